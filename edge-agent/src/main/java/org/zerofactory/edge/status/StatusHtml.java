package org.zerofactory.edge.status;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.zerofactory.edge.acquire.SourceStatus;
import org.zerofactory.edge.alarm.Alarm;
import org.zerofactory.edge.alarm.Wording;

/** The status page: one document without scripts that loads itself again. */
final class StatusHtml {

  private static final String HEAD =
      """
      <!doctype html>
      <html lang="%s"><head><meta charset="utf-8"><meta http-equiv="refresh" content="5">
      <meta name="viewport" content="width=device-width"><title>%s</title><style>
      body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:1rem auto;padding:0 1rem}
      table{border-collapse:collapse;width:100%%}td,th{text-align:left;padding:.3rem .6rem;
      border-bottom:1px solid #8886;vertical-align:top}th{width:14rem;font-weight:600}
      .ok{border-left:.4rem solid #2a7d3f;padding-left:.6rem}
      .bad{border-left:.4rem solid #b3261e;padding-left:.6rem}
      .warn{border-left:.4rem solid #b26a00;padding-left:.6rem}
      @media(prefers-color-scheme:dark){body{background:#111;color:#eee}a{color:#9cf}}
      </style></head><body>
      """;

  private final EdgeView view;
  private final boolean chinese;
  private final StringBuilder out = new StringBuilder(4_096);
  private final DateTimeFormatter times;

  private StatusHtml(EdgeView view, boolean chinese) {
    this.view = view;
    this.chinese = chinese;
    ZoneId zone = view.site().zone();
    this.times = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx", Locale.ROOT).withZone(zone);
  }

  static String of(EdgeView view, boolean chinese) {
    StatusHtml page = new StatusHtml(view, chinese);
    page.write();
    return page.out.toString();
  }

  private void write() {
    String title = escape(view.site().name()) + " · " + word("edge agent", "边缘代理");
    out.append(HEAD.formatted(chinese ? "zh" : "en", title));
    out.append("<p><a href=\"?lang=").append(chinese ? "en\">English" : "zh\">中文").append("</a>");
    out.append("<h1>").append(title).append("</h1>");
    if (view.site().simulated()) {
      out.append("<p class=warn>")
          .append(word("Simulated site: no real readings.", "模拟站点：非真实读数。"))
          .append("</p>");
    }
    out.append("<p class=").append(summaryClass()).append('>').append(summary()).append("</p>");
    alarms();
    facts();
    sources();
    out.append("</body></html>\n");
  }

  private String summaryClass() {
    boolean error =
        view.alarms().stream().anyMatch(alarm -> alarm.severity() == Alarm.Severity.ERROR);
    return error ? "bad" : view.failingSince().isPresent() ? "warn" : "ok";
  }

  private String summary() {
    if (view.site().centre().isEmpty()) {
      return word(
          "On its own: no central server is set; everything is kept here.",
          "独立运行：未配置中心服务器，数据保存在本机。");
    }
    String count = Long.toString(view.backlog());
    if (view.failingSince().isPresent()) {
      String since = time(view.failingSince());
      return word(
          "Offline since " + since + ": nothing lost. " + count + " blocks wait to be sent.",
          "自 " + since + " 起离线：数据未丢失，" + count + " 个数据块待补传。");
    }
    return word(
        "Connected to the centre; " + count + " blocks wait to be sent.",
        "已连接中心服务器；" + count + " 个数据块待发送。");
  }

  private void alarms() {
    out.append("<h2>").append(word("Alarms", "报警")).append("</h2>");
    if (view.alarms().isEmpty()) {
      out.append("<p class=ok>").append(word("None.", "无。")).append("</p>");
    }
    for (Alarm alarm : view.alarms()) {
      String look = alarm.severity() == Alarm.Severity.ERROR ? "bad" : "warn";
      out.append("<p class=").append(look).append("><b>").append(escape(alarm.id()));
      out.append("</b> · ").append(time(Optional.of(alarm.since()))).append("<br>");
      out.append(escape(word(alarm.text()))).append("</p>");
    }
  }

  private void facts() {
    out.append("<h2>").append(word("State", "状态")).append("</h2><table>");
    fact("Site time", "站点时间", time(Optional.of(view.siteTime())));
    fact("Sealed until", "已封存至", time(view.sealedUntil()));
    fact("Newest block", "最新数据块", Long.toString(view.sequence()));
    fact("Blocks to be sent", "待发送", Long.toString(view.backlog()));
    fact("Centre", "中心服务器", escape(view.site().centre().map(Object::toString).orElse("–")));
    fact("Last answer of the centre", "中心最近应答", time(view.lastConfirmed()));
    fact("Samples since the start", "启动后采样数", Long.toString(view.storedSamples()));
    fact("Raw samples", "原始采样", megabytes(view.bytesOf("samples.db")));
    fact("Journal", "账本", megabytes(view.bytesOf("journal.db")));
    fact("Free on disk", "磁盘可用", megabytes(view.diskFreeBytes()));
    fact("Version", "版本", escape(view.version()));
    out.append("</table>");
  }

  private void sources() {
    out.append("<h2>").append(word("Sources", "数据源")).append("</h2><table>");
    for (SourceStatus source : view.sources()) {
      out.append("<tr><th>").append(escape(source.source())).append("<td class=");
      out.append(source.connected() ? "ok" : "bad").append('>').append(phase(source));
      out.append(" · ").append(escape(source.endpoint())).append("<br>");
      out.append(source.points() - source.badPoints()).append(" / ").append(source.points());
      out.append(' ').append(word("points", "测点")).append(" · ");
      out.append(word("newest value ", "最新数据 ")).append(time(source.lastSample()));
      source.error().ifPresent(error -> out.append("<br>").append(escape(word(error))));
      source.advice().ifPresent(advice -> out.append("<br>").append(escape(word(advice))));
      out.append("</tr>");
    }
    out.append("</table>");
  }

  private String phase(SourceStatus source) {
    return switch (source.phase()) {
      case CONNECTING -> word("not connected", "未连接");
      case HISTORY -> word("reading history", "正在读取历史");
      case LIVE -> word("live", "实时");
      case CLOSED -> word("closed", "已关闭");
    };
  }

  private void fact(String english, String chineseWord, String value) {
    out.append("<tr><th>").append(word(english, chineseWord));
    out.append("<td>").append(value).append("</tr>");
  }

  private String word(Wording text) {
    return word(text.english(), text.chinese());
  }

  private String word(String english, String chineseWord) {
    return chinese ? chineseWord : english;
  }

  private String time(Optional<Instant> time) {
    return time.map(times::format).orElse("–");
  }

  private static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
