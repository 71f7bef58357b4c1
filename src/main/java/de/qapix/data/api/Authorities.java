package de.qapix.data.api;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** Certificate authorities that are trusted besides the JVM's own: a company's, say. */
public final class Authorities {

  private Authorities() {}

  /**
   * Trusts them and those of the JVM.
   *
   * @param file certificates in the PEM format
   * @throws IOException when it cannot be read
   * @throws CertificateException when it holds no certificates
   */
  public static SSLContext with(Path file) throws IOException, CertificateException {
    Collection<? extends Certificate> added = read(file);
    if (added.isEmpty()) {
      throw new CertificateException("no certificate");
    }
    try {
      KeyStore all = KeyStore.getInstance(KeyStore.getDefaultType());
      all.load(null, null);
      for (X509Certificate own : issuers()) {
        all.setCertificateEntry("jvm" + all.size(), own);
      }
      for (Certificate more : added) {
        all.setCertificateEntry("added" + all.size(), more);
      }
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers(all), null);
      return context;
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java can trust certificates", impossible);
    }
  }

  private static Collection<? extends Certificate> read(Path file)
      throws IOException, CertificateException {
    try (InputStream pem = Files.newInputStream(file)) {
      return CertificateFactory.getInstance("X.509").generateCertificates(pem);
    }
  }

  private static X509Certificate[] issuers() throws GeneralSecurityException {
    for (TrustManager manager : managers(null)) {
      if (manager instanceof X509TrustManager trust) {
        return trust.getAcceptedIssuers();
      }
    }
    return new X509Certificate[0];
  }

  /** Of these certificates, or of the JVM's own where there are none. */
  private static TrustManager[] managers(KeyStore certificates) throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(certificates);
    return factory.getTrustManagers();
  }
}
