package org.zerofactory.central.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class PageAssetsTest {

  private static final Pattern ADDRESS = Pattern.compile("(https?://[^\\s'\"`)]+)");
  private static final Pattern SCHEMELESS = Pattern.compile("(?:src=|href=|url\\()[\"']?(//\\S+)");
  private static final Pattern LOCAL_REFERENCE = Pattern.compile("(?:src|href)=\"/([^\"]+)\"");
  private static final Pattern IMPORT_MAP =
      Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);
  private static final Pattern IMPORTED =
      Pattern.compile("(?:from |import\\(|import )'([^']+)'", Pattern.DOTALL);
  private static final Pattern TOKEN_USED = Pattern.compile("var\\((--[a-z-]+)");
  private static final Pattern TOKEN_SET = Pattern.compile("(--[a-z-]+):");

  // A plant without internet must see the same pages.
  @Test
  void noFileNamesAForeignHost() {
    var addresses = new TreeSet<String>();

    for (Path file : PageFiles.own(".js", ".css", ".html", ".svg", ".json")) {
      addresses.addAll(PageFiles.found(ADDRESS, PageFiles.text(file)));
      addresses.addAll(PageFiles.found(SCHEMELESS, PageFiles.text(file)));
    }

    // the name of the SVG language, which is never fetched
    assertThat(addresses).containsExactly("http://www.w3.org/2000/svg");
  }

  @Test
  void everyTargetOfTheImportMapIsServed() throws JsonProcessingException {
    var targets = importMap();

    assertThat(targets).isNotEmpty();
    assertThat(targets)
        .allSatisfy(
            (name, target) -> {
              Path file = PageFiles.root().resolve(target.substring(1));
              assertThat(file).as(name).exists();
              assertThat(Files.isDirectory(file)).as(name).isEqualTo(name.endsWith("/"));
            });
  }

  @Test
  void everyImportLeadsToAFile() throws JsonProcessingException {
    var targets = importMap();

    for (Path script : PageFiles.own(".js")) {
      for (String name : PageFiles.found(IMPORTED, PageFiles.text(script))) {
        if (name.startsWith(".")) {
          assertThat(script.resolveSibling(name)).as("%s in %s", name, script).exists();
        } else {
          assertThat(targets).as("%s in %s", name, script).containsKey(name);
        }
      }
    }
  }

  @Test
  void theLibrariesImportOnlyWhatTheImportMapResolves() throws JsonProcessingException {
    var targets = importMap();
    var bare = Pattern.compile("(?:from|import)\"([^\".][^\"]*)\"");

    var names = new TreeSet<String>();
    for (String target : targets.values()) {
      if (target.endsWith(".js") && !target.contains("/echarts-")) {
        names.addAll(PageFiles.found(bare, PageFiles.text(target.substring(1))));
      }
    }

    assertThat(names).isNotEmpty();
    assertThat(names)
        .allMatch(name -> targets.containsKey(name) || Files.exists(prefixed(targets, name)));
  }

  @Test
  void everyLocalReferenceOfThePageExists() {
    var references = PageFiles.found(LOCAL_REFERENCE, PageFiles.text("index.html"));

    assertThat(references).contains("app/main.js", "style/tokens.css", "favicon.svg");
    assertThat(references)
        .allSatisfy(reference -> assertThat(PageFiles.root().resolve(reference)).exists());
  }

  // The server's policy allows one inline script by its hash, and no inline style at all.
  @Test
  void theOnlyInlineScriptIsTheImportMapAndNothingIsStyledInline() {
    var page = PageFiles.text("index.html");

    var inline = PageFiles.found(Pattern.compile("<script([^>]*)>\\s*[^\\s<]"), page);

    assertThat(inline).containsExactly(" type=\"importmap\"");
    assertThat(page).doesNotContain("<style", " style=", " onclick=", " onload=", "\r");
    assertThat(PageFiles.own(".js"))
        .allSatisfy(
            script ->
                assertThat(PageFiles.text(script))
                    .doesNotContain("<style", " style=", "innerHTML", "eval(", "new Function"));
  }

  @Test
  void everyLibraryBringsItsLicence() throws JsonProcessingException {
    var libraries = new TreeSet<String>();

    for (String target : importMap().values()) {
      libraries.addAll(PageFiles.found(Pattern.compile("^/(vendor/[^/]+-[0-9.]+)/"), target));
    }

    assertThat(libraries).hasSize(5);
    assertThat(libraries)
        .allSatisfy(library -> assertThat(PageFiles.root().resolve(library + "/LICENSE")).exists());
  }

  @Test
  void everyTokenThatAStyleUsesIsSet() {
    var set = new TreeSet<String>();
    var used = new TreeSet<String>();

    for (Path style : PageFiles.own(".css")) {
      set.addAll(PageFiles.found(TOKEN_SET, PageFiles.text(style)));
      used.addAll(PageFiles.found(TOKEN_USED, PageFiles.text(style)));
    }

    assertThat(set).containsAll(used);
  }

  private static Path prefixed(TreeMap<String, String> targets, String name) {
    String prefix = name.substring(0, name.lastIndexOf('/') + 1);
    String target = targets.getOrDefault(prefix, "/missing/");
    return PageFiles.root().resolve(target.substring(1)).resolve(name.substring(prefix.length()));
  }

  private static TreeMap<String, String> importMap() throws JsonProcessingException {
    var maps = PageFiles.found(IMPORT_MAP, PageFiles.text("index.html"));
    assertThat(maps).as("inline import maps in index.html").hasSize(1);
    JsonNode imports = new ObjectMapper().readTree(maps.first()).path("imports");
    var targets = new TreeMap<String, String>();
    imports.properties().forEach(entry -> targets.put(entry.getKey(), entry.getValue().asText()));
    return targets;
  }
}
