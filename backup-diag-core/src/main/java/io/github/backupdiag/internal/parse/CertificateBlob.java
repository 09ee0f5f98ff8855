package io.github.backupdiag.internal.parse;

import io.github.backupdiag.fact.guest.TenantCertificate;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import org.jspecify.annotations.Nullable;

/**
 * Reads a certificate as the registry stores it: properties, each with number, a reserved word and
 * length in front ({@code CERT_..._PROP_ID} of {@code wincrypt.h}).
 */
public final class CertificateBlob {

  private static final int KEY_PROVIDER = 2;
  private static final int CERTIFICATE = 32;

  private CertificateBlob() {}

  /**
   * Reads a value {@code Blob}.
   *
   * @param place the registry key
   * @param hex the value as hexadecimal
   * @return the certificate, or null if it is none or cannot be read
   */
  public static @Nullable TenantCertificate parse(String place, String hex) {
    ByteBuffer bytes = RegistryBytes.of(hex);
    boolean key = false;
    byte[] encoded = new byte[0];
    while (bytes.remaining() >= 12) {
      int property = bytes.getInt();
      bytes.getInt();
      byte[] data = RegistryBytes.take(bytes, bytes.getInt());
      key |= property == KEY_PROVIDER && data.length > 0;
      encoded = property == CERTIFICATE ? data : encoded;
    }
    X509Certificate certificate = decoded(encoded);
    return certificate == null
        ? null
        : new TenantCertificate(
            certificate.getSubjectX500Principal().getName(),
            certificate.getNotBefore().toInstant(),
            certificate.getNotAfter().toInstant(),
            key,
            place);
  }

  private static @Nullable X509Certificate decoded(byte[] encoded) {
    try {
      return encoded.length == 0
          ? null
          : (X509Certificate)
              CertificateFactory.getInstance("X.509")
                  .generateCertificate(new ByteArrayInputStream(encoded));
    } catch (CertificateException e) {
      return null;
    }
  }
}
