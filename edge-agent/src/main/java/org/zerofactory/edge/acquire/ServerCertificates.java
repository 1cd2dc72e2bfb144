package org.zerofactory.edge.acquire;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BiConsumer;
import org.eclipse.milo.opcua.stack.core.StatusCodes;
import org.eclipse.milo.opcua.stack.core.UaException;
import org.eclipse.milo.opcua.stack.core.security.CertificateValidator;
import org.eclipse.milo.opcua.stack.core.types.builtin.ByteString;
import org.eclipse.milo.opcua.stack.core.types.structured.EndpointDescription;
import org.eclipse.milo.opcua.stack.core.util.CertificateUtil;
import org.jspecify.annotations.Nullable;
import org.zerofactory.edge.alarm.Wording;

/**
 * Lets only servers through whose certificate a person has accepted.
 *
 * <p>Accepting is of the very certificate, so an expired one or one with another application URI is
 * still the accepted server: that is told, not refused, because a plant does not stop metering over
 * a date that nobody at the machine can renew (OPC 10000-4, table 105 lets a client suppress both
 * after an administrator's decision).
 */
final class ServerCertificates implements CertificateValidator {

  private final TrustList trustList;

  ServerCertificates(TrustList trustList) {
    this.trustList = trustList;
  }

  /**
   * Checks the certificate that an endpoint shows, before a channel is opened.
   *
   * @param warn takes a message and an advice
   * @throws AcquireException if it is not trusted; the certificate is stored as rejected
   */
  void check(
      SourceSetup source,
      EndpointDescription endpoint,
      InstantSource clock,
      BiConsumer<Wording, Wording> warn) {
    X509Certificate certificate = certificate(source, endpoint.getServerCertificate());
    if (!trustList.isTrusted(certificate)) {
      trustList.reject(certificate);
      throw untrusted(source, certificate);
    }
    Instant now = clock.instant();
    if (now.isAfter(certificate.getNotAfter().toInstant())
        || now.isBefore(certificate.getNotBefore().toInstant())) {
      warn.accept(
          Wording.of(
              "source %s: the server's certificate is valid from %s to %s, but it is %s",
              "数据源 %s：服务器证书有效期为 %s 至 %s，而当前时间为 %s",
              source.id(),
              certificate.getNotBefore().toInstant(),
              certificate.getNotAfter().toInstant(),
              now),
          Wording.of(
              "Check this computer's clock, or renew the server's certificate and trust the new"
                  + " one.",
              "请检查本机时钟，或更新服务器证书并信任新证书。"));
    }
    String uri = endpoint.getServer() == null ? null : endpoint.getServer().getApplicationUri();
    String certified = CertificateUtil.getSanUri(certificate).orElse("");
    if (uri != null && !uri.equals(certified)) {
      warn.accept(
          Wording.of(
              "source %s: the server calls itself %s, but its certificate says %s",
              "数据源 %s：服务器自称 %s，但其证书为 %s", source.id(), uri, certified),
          Wording.of(
              "Make a new certificate on the server after its name or configuration changed.",
              "服务器名称或配置变更后，请在服务器上重新生成证书。"));
    }
  }

  @Override
  public void validateCertificateChain(
      List<X509Certificate> chain, @Nullable String applicationUri, String @Nullable [] hostNames)
      throws UaException {
    if (chain.isEmpty() || !trustList.isTrusted(chain.get(0))) {
      throw new UaException(
          StatusCodes.Bad_CertificateUntrusted, "the server's certificate is not trusted");
    }
  }

  private static X509Certificate certificate(SourceSetup source, @Nullable ByteString bytes) {
    try {
      if (bytes != null && !bytes.isNullOrEmpty()) {
        return CertificateUtil.decodeCertificates(bytes.bytesOrEmpty()).get(0);
      }
    } catch (UaException exception) {
      throw unreadable(source, exception);
    }
    throw unreadable(source, null);
  }

  private static AcquireException unreadable(SourceSetup source, @Nullable Exception cause) {
    return new AcquireException(
        SourceEvent.Kind.UNTRUSTED_CERTIFICATE,
        Wording.of(
            "source %s: the server at %s shows no readable certificate",
            "数据源 %s：服务器 %s 没有可读的证书", source.id(), source.endpoint()),
        Wording.of(
            "Let the server make its certificate, or use security: None for this source.",
            "请让服务器生成证书，或为该数据源设置 security: None。"),
        cause == null ? new IllegalStateException("no certificate") : cause);
  }

  private static AcquireException untrusted(SourceSetup source, X509Certificate certificate) {
    String fingerprint = TrustList.fingerprint(certificate);
    return new AcquireException(
        SourceEvent.Kind.UNTRUSTED_CERTIFICATE,
        Wording.of(
            "source %s: the server at %s shows a certificate that nobody has accepted: %s,"
                + " SHA-256 %s",
            "数据源 %s：服务器 %s 的证书尚未被接受：%s，SHA-256 %s",
            source.id(),
            source.endpoint(),
            certificate.getSubjectX500Principal().getName(),
            fingerprint),
        Wording.of(
            "Compare the fingerprint with the one on the server, then: ./zerofactory edge trust add"
                + " --config site.yaml %s",
            "请与服务器上的指纹核对，然后执行：./zerofactory edge trust add --config site.yaml %s", fingerprint));
  }
}
