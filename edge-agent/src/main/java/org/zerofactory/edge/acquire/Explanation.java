package org.zerofactory.edge.acquire;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
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

/** Turns what the protocol says into what a person can act on. */
final class Explanation {

  private Explanation() {}

  static AcquireException of(Throwable failure, SourceSetup source) {
    Throwable cause = root(failure);
    if (cause instanceof AcquireException known) {
      return known;
    }
    String place = "source %s at %s: ".formatted(source.id(), source.endpoint());
    if (cause instanceof UnknownHostException) {
      return offline(
          place + "no computer of this name is known",
          "Check the host in `endpoint`, or write its IP address.",
          failure);
    }
    if (cause instanceof ConnectException) {
      return offline(
          place + "nothing answers (" + cause.getMessage() + ")",
          "Check that the OPC UA server runs, host and port, and the firewall in between.",
          failure);
    }
    StatusCode status = UaException.extractStatusCode(failure).orElse(StatusCode.BAD);
    if (cause instanceof TimeoutException || status.value() == StatusCodes.Bad_Timeout) {
      return offline(
          place + "no answer in time",
          "Check that the address is that of an OPC UA server and that the network lets it through.",
          failure);
    }
    return ofStatus(failure, cause, status, place, source);
  }

  private static AcquireException ofStatus(
      Throwable failure, Throwable cause, StatusCode status, String place, SourceSetup source) {
    long code = status.value();
    if (code == StatusCodes.Bad_IdentityTokenRejected
        || code == StatusCodes.Bad_IdentityTokenInvalid
        || code == StatusCodes.Bad_UserAccessDenied) {
      String who = source.user().map(user -> "user " + user.name()).orElse("anonymous access");
      return offline(
          place + "the server refuses " + who + " (" + name(status) + ")",
          source.user().isPresent()
              ? "Check user name and password: the password is the first line of "
                  + source.user().get().passwordFile()
              : "Give the source a `user` with a name and a password-file.",
          failure);
    }
    if (status.isSecurityError() || code == StatusCodes.Bad_ConnectionClosed && source.secure()) {
      return offline(
          place
              + "the server refuses this agent's certificate or ends the channel ("
              + name(status)
              + ")",
          "Accept the certificate \"Zerofactory edge\" on the server (often it lies in a folder"
              + " \"rejected\" there), then wait for the next attempt.",
          failure);
    }
    String words =
        cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    return offline(
        place + (status.equals(StatusCode.BAD) ? words : name(status)),
        "Look into the server's log; `./zerofactory edge doctor` checks step by step.",
        failure);
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
        "source %s at %s: expected an endpoint with %s/%s, but the server offers %s"
            .formatted(
                source.id(), source.endpoint(), policy, mode, list.isEmpty() ? "none" : list),
        "Switch the wanted security on in the server, or change `security` in the site file.");
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
        "source %s at %s: expected that %s is allowed, but the server takes only %s"
            .formatted(
                source.id(),
                source.endpoint(),
                wanted == UserTokenType.UserName ? "a user with a password" : "anonymous access",
                list.isEmpty() ? "none" : list),
        wanted == UserTokenType.UserName
            ? "Allow users with passwords in the server, or leave `user` out of the site file."
            : "Give the source a `user` with a name and a password-file.");
  }

  static AcquireException passwordInClear(SourceSetup source) {
    return new AcquireException(
        Kind.OFFLINE,
        "source %s at %s: the password would cross the network unencrypted"
            .formatted(source.id(), source.endpoint()),
        "Use security: Basic256Sha256 for this source.");
  }

  static AcquireException noPassword(
      SourceSetup source, SourceSetup.User user, IOException exception) {
    return new AcquireException(
        Kind.OFFLINE,
        "source %s: no password for user %s in %s: %s"
            .formatted(source.id(), user.name(), user.passwordFile(), exception.getMessage()),
        "Write the password as the first line of that file, readable by the agent only.",
        exception);
  }

  /** The name of a status code as the standard writes it, for example Bad_NodeIdUnknown. */
  static String name(StatusCode status) {
    return StatusCodes.lookup(status.value())
        .map(known -> known[0])
        .orElse("0x%08X".formatted(status.value()));
  }

  private static AcquireException offline(String message, String advice, Throwable cause) {
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
