package org.zerofactory.edge.acquire;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.UaServiceFaultException;
import org.eclipse.milo.opcua.stack.core.security.SecurityPolicy;
import org.eclipse.milo.opcua.stack.core.types.builtin.StatusCode;
import org.eclipse.milo.opcua.stack.core.types.enumerated.MessageSecurityMode;
import org.eclipse.milo.opcua.stack.core.types.enumerated.UserTokenType;
import org.eclipse.milo.opcua.stack.core.types.structured.EndpointDescription;
import org.eclipse.milo.opcua.stack.core.types.structured.UserTokenPolicy;
import org.zerofactory.edge.acquire.SourceEvent.Kind;
import org.zerofactory.edge.alarm.Wording;

/** Turns what the protocol says into what a person can act on. */
final class Explanation {

  private static final Wording GIVE_USER =
      Wording.of(
          "Give the source a `user` with a name and a password-file.",
          "请为该数据源配置 `user`（name 和 password-file）。");

  private Explanation() {}

  static AcquireException of(Throwable failure, SourceSetup source) {
    Throwable cause = root(failure);
    if (cause instanceof AcquireException known) {
      return known;
    }
    if (cause instanceof UnknownHostException) {
      return offline(
          at(source, "no computer of this name is known", "找不到该名称的计算机"),
          Wording.of(
              "Check the host in `endpoint`, or write its IP address.",
              "请检查 `endpoint` 中的主机名，或改写为 IP 地址。"),
          failure);
    }
    if (cause instanceof ConnectException) {
      return offline(
          at(source, "nothing answers (%s)", "无应答（%s）", words(cause)),
          Wording.of(
              "Check that the OPC UA server runs, host and port, and the firewall in between.",
              "请检查 OPC UA 服务器是否运行、主机和端口是否正确，以及中间的防火墙。"),
          failure);
    }
    StatusCode status = UaException.extractStatusCode(failure).orElse(StatusCode.BAD);
    if (cause instanceof TimeoutException || status.value() == StatusCodes.Bad_Timeout) {
      return offline(
          at(source, "no answer in time", "应答超时"),
          Wording.of(
              "Check that the address is that of an OPC UA server and that the network lets it"
                  + " through.",
              "请检查该地址是否为 OPC UA 服务器，以及网络是否放行。"),
          failure);
    }
    return ofStatus(failure, cause, status, source);
  }

  private static AcquireException ofStatus(
      Throwable failure, Throwable cause, StatusCode status, SourceSetup source) {
    long code = status.value();
    if (code == StatusCodes.Bad_IdentityTokenRejected
        || code == StatusCodes.Bad_IdentityTokenInvalid
        || code == StatusCodes.Bad_UserAccessDenied) {
      return userRefused(failure, status, source);
    }
    if (status.isSecurityError() || code == StatusCodes.Bad_ConnectionClosed && source.secure()) {
      return offline(
          at(
              source,
              "the server refuses this agent's certificate or ends the channel (%s)",
              "服务器拒绝本代理的证书或关闭了通道（%s）",
              name(status)),
          Wording.of(
              "Accept the certificate \"Zerofactory edge\" on the server (often it lies in a folder"
                  + " \"rejected\" there), then wait for the next attempt.",
              "请在服务器上接受证书 \"Zerofactory edge\"（通常在其 \"rejected\" 文件夹中），然后等待下次重连。"),
          failure);
    }
    return offline(
        at(source, "%s", "%s", status.equals(StatusCode.BAD) ? words(cause) : name(status)),
        Wording.of(
            "Look into the server's log; `./zerofactory edge doctor` checks step by step.",
            "请查看服务器日志；`./zerofactory edge doctor` 可逐步检查。"),
        failure);
  }

  private static AcquireException userRefused(
      Throwable failure, StatusCode status, SourceSetup source) {
    if (source.user().isEmpty()) {
      return offline(
          at(source, "the server refuses anonymous access (%s)", "服务器拒绝匿名访问（%s）", name(status)),
          GIVE_USER,
          failure);
    }
    SourceSetup.User user = source.user().get();
    return offline(
        at(source, "the server refuses user %s (%s)", "服务器拒绝用户 %s（%s）", user.name(), name(status)),
        Wording.of(
            "Check user name and password: the password is the first line of %s",
            "请检查用户名和密码：密码为文件 %s 的第一行", user.passwordFile()),
        failure);
  }

  /** What an exception says; its name if it says nothing. */
  private static String words(Throwable cause) {
    return Objects.requireNonNullElse(cause.getMessage(), cause.getClass().getSimpleName());
  }

  /** What happened, after the source and its address. */
  private static Wording at(SourceSetup source, String english, String chinese, Object... values) {
    Wording what = Wording.of(english, chinese, values);
    return new Wording(
        "source %s at %s: %s".formatted(source.id(), source.endpoint(), what.english()),
        "数据源 %s（%s）：%s".formatted(source.id(), source.endpoint(), what.chinese()));
  }

  static AcquireException noEndpoint(
      SourceSetup source,
      SecurityPolicy policy,
      MessageSecurityMode mode,
      List<EndpointDescription> offered) {
    String list =
        offered.stream()
            .map(
                endpoint ->
                    shortName(endpoint.getSecurityPolicyUri()) + "/" + endpoint.getSecurityMode())
            .distinct()
            .collect(Collectors.joining(", "));
    return new AcquireException(
        Kind.OFFLINE,
        at(
            source,
            "expected an endpoint with %s/%s, but the server offers %s",
            "应有 %s/%s 的端点，但服务器提供的是 %s",
            policy,
            mode,
            list.isEmpty() ? "-" : list),
        Wording.of(
            "Switch the wanted security on in the server, or change `security` in the site file.",
            "请在服务器上启用所需的安全策略，或修改站点文件中的 `security`。"));
  }

  static AcquireException noUserToken(
      SourceSetup source, UserTokenType wanted, List<UserTokenPolicy> offered) {
    String list =
        offered.stream()
            .map(policy -> String.valueOf(policy.getTokenType()).toLowerCase(Locale.ROOT))
            .distinct()
            .collect(Collectors.joining(", "));
    return new AcquireException(
        Kind.OFFLINE,
        wanted == UserTokenType.UserName
            ? at(
                source,
                "expected that a user with a password is allowed, but the server takes only %s",
                "应允许用户名密码登录，但服务器只接受 %s",
                list.isEmpty() ? "-" : list)
            : at(
                source,
                "expected that anonymous access is allowed, but the server takes only %s",
                "应允许匿名访问，但服务器只接受 %s",
                list.isEmpty() ? "-" : list),
        wanted == UserTokenType.UserName
            ? Wording.of(
                "Allow users with passwords in the server, or leave `user` out of the site file.",
                "请在服务器上允许用户名密码登录，或从站点文件中去掉 `user`。")
            : GIVE_USER);
  }

  static AcquireException passwordInClear(SourceSetup source) {
    return new AcquireException(
        Kind.OFFLINE,
        at(source, "the password would cross the network unencrypted", "密码将以明文在网络中传输"),
        Wording.of(
            "Use security: Basic256Sha256 for this source.", "请为该数据源设置 security: Basic256Sha256。"));
  }

  static AcquireException noPassword(
      SourceSetup source, SourceSetup.User user, IOException exception) {
    return new AcquireException(
        Kind.OFFLINE,
        at(
            source,
            "no password for user %s in %s: %s",
            "文件 %2$s 中没有用户 %1$s 的密码：%3$s",
            user.name(),
            user.passwordFile(),
            words(exception)),
        Wording.of(
            "Write the password as the first line of that file, readable by the agent only.",
            "请将密码写在该文件第一行，且仅代理可读。"),
        exception);
  }

  /** The name of a status code as the standard writes it, for example Bad_NodeIdUnknown. */
  static String name(StatusCode status) {
    return StatusCodes.lookup(status.value())
        .map(known -> known[0])
        .orElse("0x%08X".formatted(status.value()));
  }

  private static AcquireException offline(Wording message, Wording advice, Throwable cause) {
    return new AcquireException(Kind.OFFLINE, message, advice, cause);
  }

  private static String shortName(String policyUri) {
    return policyUri == null ? "?" : policyUri.substring(policyUri.indexOf('#') + 1);
  }

  private static Throwable root(Throwable failure) {
    Throwable cause = failure;
    while ((cause instanceof ExecutionException
            || cause instanceof CompletionException
            || cause instanceof UaException && !(cause instanceof UaServiceFaultException))
        && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }
}
