#!/usr/bin/env bash
# Tests the launcher in a work tree of its own, with a `java` and a `mvn` that only report how they
# were called. Prints TAP ("ok 1 - ..." or "not ok 1 - ..."); run by LauncherTest, or by hand:
#   bash system-tests/src/test/shell/launcher-test.sh
set -u

here=$(cd -P "$(dirname "${BASH_SOURCE[0]}")" && pwd)
launcher=$here/../../../../zerofactory
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
count=0
failures=0

# --- building blocks -------------------------------------------------------------------------

# A fresh tree: the launcher, modules with one source each, JDK 17 in $work/jdk-17, and a `mvn`.
fresh_tree() {
  rm -rf "$work"/*
  tree=$work/tree
  bin=$work/bin
  mkdir -p "$tree" "$bin" "$work/home"
  cp "$launcher" "$tree/zerofactory"
  touch "$tree/pom.xml"
  local module
  for module in domain data-files rules hardware-configs plant-simulator edge-agent central-server \
    auditor demo; do
    mkdir -p "$tree/$module/src/main/java" "$tree/$module/src/test/java"
    touch "$tree/$module/pom.xml" "$tree/$module/src/main/java/Main.java"
  done
  find "$tree" -exec touch -d '2026-01-01 00:00:00' {} +
  fake_jdk "$work/jdk-17" 17.0.15
  fake_maven
  ln -s "$work/jdk-17/bin/java" "$bin/java"
}

# A `java` that reports its arguments on stdout and ends with the code in $FAKE_EXIT.
fake_jdk() {
  mkdir -p "$1/bin"
  cat >"$1/bin/java" <<END
#!/usr/bin/env bash
if [ "\${1:-}" = -version ]; then echo 'openjdk version "$2" 2025-04-15' >&2; exit 0; fi
echo "java=$2 pid=\$\$"
for argument in "\$@"; do echo "<\$argument>"; done
exit \${FAKE_EXIT:-0}
END
  cp "$1/bin/java" "$1/bin/javac"
  chmod +x "$1/bin/java" "$1/bin/javac"
}

# A `mvn` that notes its call and makes the jar of the module named by -pl.
fake_maven() {
  cat >"$bin/mvn" <<'END'
#!/usr/bin/env bash
echo "mvn $* in $(pwd) with $JAVA_HOME" >>"$MAVEN_LOG"
echo "text that Maven prints"
[ -n "${FAKE_BUILD_FAILS:-}" ] && exit 1
while [ $# -gt 0 ]; do
  if [ "$1" = -pl ]; then
    mkdir -p "$2/target/lib"
    [ -f "$2/target/zerofactory-$2.jar" ] || touch "$2/target/zerofactory-$2.jar"
  fi
  shift
done
exit 0
END
  chmod +x "$bin/mvn"
}

built() {
  mkdir -p "$tree/$1/target/lib"
  touch -d '2026-01-02 00:00:00' "$tree/$1/target/zerofactory-$1.jar"
}

# Runs the launcher with nothing of this machine's Java or Maven in sight.
# Sets `status`, `out`, `err`, and `maven`, what Maven was asked.
launch() { launch_as "$tree/zerofactory" "$@"; }

launch_as() {
  local program=$1
  shift
  : >"$work/maven.log"
  env -i HOME="$work/home" PATH="$bin:$tools" MAVEN_LOG="$work/maven.log" \
    ZEROFACTORY_JDK_FOLDERS="$work/jdks" "${settings[@]}" "$program" "$@" \
    >"$work/out" 2>"$work/err" </dev/null
  status=$?
  out=$(cat "$work/out")
  err=$(cat "$work/err")
  maven=$(cat "$work/maven.log")
}

check() {
  [ -n "$problem" ] && return
  if ! eval "$1"; then
    problem="$1 | status=$status | out=$out | err=$err | maven=$maven"
  fi
}

contains() { case $1 in *"$2"*) return 0 ;; *) return 1 ;; esac; }

case_named() {
  settings=(NOTHING=)
  problem=""
  fresh_tree
  "$2"
  count=$((count + 1))
  if [ -z "$problem" ]; then
    echo "ok $count - $1"
  else
    failures=$((failures + 1))
    echo "not ok $count - $1 # $(printf '%s' "$problem" | tr '\n' '~')"
  fi
}

# The tools that the launcher may use, without any java or mvn of this machine.
tools=$(mktemp -d)
trap 'rm -rf "$work" "$tools"' EXIT
for tool in bash env dirname readlink sed head find touch mkdir cat flock; do
  path=$(command -v "$tool") && ln -s "$path" "$tools/$tool"
done

# --- cases -----------------------------------------------------------------------------------

help_names_every_command() {
  launch help
  check '[ $status = 0 ]'
  local word
  for word in demo edge server simulator auditor test help JAVA_HOME; do
    check "contains \"\$out\" $word"
  done
}

no_command_prints_help() {
  launch
  check '[ $status = 0 ] && contains "$out" "Usage: zerofactory"'
}

unknown_command_is_wrong_usage() {
  launch serve
  check '[ $status = 2 ]'
  check 'contains "$err" "no command '"'serve'"'" && contains "$err" "server"'
}

missing_java_says_what_to_install() {
  built auditor
  rm "$bin/java"
  launch auditor
  check '[ $status = 1 ]'
  check 'contains "$err" "Java 17 or newer is needed; none was found"'
  check 'contains "$err" "openjdk-17-jdk-headless" && contains "$err" "JAVA_HOME"'
}

old_java_is_named_with_its_version() {
  built auditor
  fake_jdk "$work/jdk-8" 1.8.0_402
  settings=(JAVA_HOME="$work/jdk-8")
  rm "$bin/java"
  launch auditor
  check '[ $status = 1 ]'
  check 'contains "$err" "found only $work/jdk-8/bin/java (version 8)"'
}

a_newer_java_on_the_path_is_taken_when_java_home_is_too_old() {
  built auditor
  fake_jdk "$work/jdk-11" 11.0.2
  settings=(JAVA_HOME="$work/jdk-11")
  launch auditor
  check '[ $status = 0 ] && contains "$out" "java=17.0.15"'
}

java_home_comes_before_the_path() {
  built auditor
  fake_jdk "$work/jdk-25" 25.0.1
  settings=(JAVA_HOME="$work/jdk-25")
  launch auditor
  check 'contains "$out" "java=25.0.1" && contains "$out" "<--enable-native-access=ALL-UNNAMED>"'
}

java_in_the_usual_folders_is_found() {
  built auditor
  rm "$bin/java"
  fake_jdk "$work/jdks/temurin-21" 21
  launch auditor
  check '[ $status = 0 ] && contains "$out" "java=21"'
}

missing_maven_says_what_to_install() {
  rm "$bin/mvn"
  launch edge run
  check '[ $status = 1 ] && contains "$err" "Maven (mvn) is needed" && contains "$err" "apt install maven"'
}

a_runtime_without_compiler_cannot_build() {
  rm "$work/jdk-17/bin/javac"
  launch edge run
  check '[ $status = 1 ] && contains "$err" "JDK" && contains "$err" "without the compiler javac"'
}

a_missing_jar_is_built_quietly() {
  launch edge run
  check '[ $status = 0 ]'
  check 'contains "$maven" "mvn -q -B -ntp -DskipTests -pl edge-agent -am package in $tree with $work/jdk-17"'
  check 'contains "$err" "zerofactory: building edge-agent"'
  check '! contains "$out" "Maven"' # stdout belongs to the program
}

an_up_to_date_jar_is_not_built() {
  built edge-agent
  launch edge run
  check '[ $status = 0 ] && [ -z "$maven" ] && [ -z "$err" ]'
}

a_newer_source_of_a_used_module_builds_once() {
  built edge-agent
  touch "$tree/domain/src/main/java/Main.java"
  launch edge run
  check 'contains "$maven" "-pl edge-agent"'
  launch edge run
  check '[ -z "$maven" ]' # although the jar itself stayed as it was
}

a_newer_test_or_foreign_module_builds_nothing() {
  built edge-agent
  touch "$tree/domain/src/test/java/NewTest.java" "$tree/central-server/src/main/java/Main.java"
  launch edge run
  check '[ $status = 0 ] && [ -z "$maven" ]'
}

a_failed_build_starts_nothing() {
  settings=(FAKE_BUILD_FAILS=yes)
  launch server
  check '[ $status = 1 ] && [ -z "$out" ] && contains "$err" "the build of central-server failed"'
}

building_can_be_forbidden() {
  settings=(ZEROFACTORY_BUILD=no)
  launch server
  check '[ $status = 1 ] && [ -z "$maven" ] && contains "$err" "zerofactory-central-server.jar is missing"'
  built central-server
  touch "$tree/domain/src/main/java/Main.java"
  launch server
  check '[ $status = 0 ] && [ -z "$maven" ]'
}

arguments_and_exit_code_pass_through() {
  built auditor
  settings=(FAKE_EXIT=3)
  launch auditor verify "a folder/with spaces" '' '*'
  check '[ $status = 3 ]'
  check 'contains "$out" "<-jar>
<$tree/auditor/target/zerofactory-auditor.jar>
<verify>
<a folder/with spaces>
<>
<*>"'
}

the_program_takes_the_launchers_place() {
  built auditor
  env -i HOME="$work/home" PATH="$bin:$tools" MAVEN_LOG=/dev/null "$tree/zerofactory" auditor >"$work/out" &
  local pid=$!
  wait "$pid"
  status=$? out=$(cat "$work/out") err="" maven=""
  check 'contains "$out" "pid='"$pid"'"'
}

works_from_any_folder_and_through_links() {
  built auditor
  mkdir -p "$work/elsewhere/deep"
  ln -s "$tree/zerofactory" "$work/elsewhere/absolute"
  ln -s ../absolute "$work/elsewhere/deep/relative"
  cd "$work/elsewhere/deep" || exit 1
  launch_as ./relative auditor
  check '[ $status = 0 ] && contains "$out" "<$tree/auditor/target/zerofactory-auditor.jar>"'
  cd "$here" || exit 1
}

a_programs_own_java_options_are_used_and_not_for_others() {
  built edge-agent
  built central-server
  echo -Xmx64m >"$tree/edge-agent/target/jvm.options"
  launch edge run
  check 'contains "$out" "<@$tree/edge-agent/target/jvm.options>"'
  launch server
  check '! contains "$out" "jvm.options"'
}

further_options_reach_the_virtual_machine() {
  built central-server
  settings=("ZEROFACTORY_JAVA_OPTIONS=-Xmx2g -Da=b")
  launch server run
  check 'contains "$out" "<-Xmx2g>
<-Da=b>
<-jar>"'
}

each_command_starts_its_program() {
  local pair
  for pair in demo:demo edge:edge-agent server:central-server simulator:plant-simulator auditor:auditor; do
    built "${pair#*:}"
    launch "${pair%%:*}"
    check 'contains "$out" "/'"${pair#*:}"'/target/zerofactory-'"${pair#*:}"'.jar"'
  done
}

test_runs_everything() {
  cd / || exit 1
  settings=("CHROMIUM=/bin/true") # any program: where a browser is, the pages are tested as well
  launch test -pl domain
  check 'contains "$maven" "mvn -B -ntp -Pbrowser verify -pl domain in $tree with $work/jdk-17"'
  cd "$here" || exit 1
}

case_named "help names every command" help_names_every_command
case_named "no command prints the help" no_command_prints_help
case_named "an unknown command is wrong usage" unknown_command_is_wrong_usage
case_named "missing Java: says what to install" missing_java_says_what_to_install
case_named "old Java: names path and version" old_java_is_named_with_its_version
case_named "JAVA_HOME too old: a newer Java on the PATH serves" a_newer_java_on_the_path_is_taken_when_java_home_is_too_old
case_named "JAVA_HOME comes before the PATH" java_home_comes_before_the_path
case_named "Java in the usual folders is found" java_in_the_usual_folders_is_found
case_named "missing Maven: says what to install" missing_maven_says_what_to_install
case_named "a runtime without compiler cannot build" a_runtime_without_compiler_cannot_build
case_named "a missing jar is built quietly" a_missing_jar_is_built_quietly
case_named "an up-to-date jar is not built" an_up_to_date_jar_is_not_built
case_named "a newer source of a used module builds once" a_newer_source_of_a_used_module_builds_once
case_named "a newer test or foreign module builds nothing" a_newer_test_or_foreign_module_builds_nothing
case_named "a failed build starts nothing" a_failed_build_starts_nothing
case_named "building can be forbidden" building_can_be_forbidden
case_named "arguments and exit code pass through" arguments_and_exit_code_pass_through
case_named "the program takes the launcher's place" the_program_takes_the_launchers_place
case_named "works from any folder and through links" works_from_any_folder_and_through_links
case_named "a program's own Java options are used, and not for others" a_programs_own_java_options_are_used_and_not_for_others
case_named "further options reach the virtual machine" further_options_reach_the_virtual_machine
case_named "each command starts its program" each_command_starts_its_program
case_named "test runs everything" test_runs_everything

echo "1..$count"
[ "$failures" = 0 ]
