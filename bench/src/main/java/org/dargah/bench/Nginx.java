package org.dargah.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The reference: nginx that does nothing but end mutual TLS and hand on, with the program's own
 * server key, authority and upstream, and kept connections on both sides.
 */
final class Nginx implements AutoCloseable {

    private static final int TRIES = 100;

    private final Companion process;
    private final int port;

    private Nginx(Companion process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * @param keys the program's folder of keys
     */
    static Nginx start(Path binary, Path folder, Path keys, String upstream)
            throws IOException, InterruptedException {
        Files.createDirectory(folder);
        int port = Running.freePort();
        try {
            writeKeys(folder, keys);
        } catch (GeneralSecurityException e) {
            throw new IOException("The program's server key cannot be read", e);
        }
        Path settings = folder.resolve("nginx.conf");
        Files.writeString(settings, settings(folder, keys, port, upstream));
        Companion process =
                Companion.start(
                        List.of(
                                binary.toString(),
                                "-p",
                                folder.toString(),
                                "-e",
                                folder.resolve("error.log").toString(),
                                "-c",
                                settings.toString()));
        var nginx = new Nginx(process, port);
        nginx.awaitReady(folder);
        return nginx;
    }

    private static void writeKeys(Path folder, Path keys)
            throws IOException, GeneralSecurityException {
        char[] password = Files.readString(keys.resolve("tls.password")).strip().toCharArray();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(keys.resolve("tls.p12"))) {
            store.load(in, password);
        }
        Key key = store.getKey("server", password);
        var chain = new StringBuilder();
        for (Certificate one : store.getCertificateChain("server")) {
            chain.append(pem("CERTIFICATE", one.getEncoded()));
        }
        Files.writeString(folder.resolve("server.pem"), chain);
        Files.writeString(folder.resolve("server.key"), pem("PRIVATE KEY", key.getEncoded()));
    }

    private static String pem(String what, byte[] content) {
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
                .formatted(
                        what,
                        Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                                .encodeToString(content),
                        what);
    }

    /** As many workers as processors; no log of access. */
    private static String settings(Path folder, Path keys, int port, String upstream) {
        return """
        daemon off;
        user root;
        worker_processes %d;
        pid FOLDER/nginx.pid;
        events { worker_connections 4096; }
        http {
          access_log off;
          client_body_temp_path FOLDER/body;
          proxy_temp_path FOLDER/proxy;
          fastcgi_temp_path FOLDER/fastcgi;
          uwsgi_temp_path FOLDER/uwsgi;
          scgi_temp_path FOLDER/scgi;
          keepalive_requests 100000000;
          keepalive_timeout 3600s;
          upstream registry {
            server 127.0.0.1:%s;
            keepalive 512;
            keepalive_requests 100000000;
            keepalive_timeout 3600s;
          }
          server {
            listen 127.0.0.1:%d ssl;
            ssl_protocols TLSv1.3;
            ssl_certificate FOLDER/server.pem;
            ssl_certificate_key FOLDER/server.key;
            ssl_client_certificate %s;
            ssl_verify_client on;
            location / {
              proxy_pass http://registry;
              proxy_http_version 1.1;
              proxy_set_header Connection "";
            }
          }
        }
        """
                .formatted(
                        Companion.processors().split(",", -1).length,
                        upstream,
                        port,
                        keys.resolve("authority.pem"))
                .replace("FOLDER", folder.toString());
    }

    private void awaitReady(Path folder) throws IOException, InterruptedException {
        for (int tries = 0; tries < TRIES && process.isAlive(); tries++) {
            try (var knock = new Socket(InetAddress.getLoopbackAddress(), port)) {
                if (knock.isConnected()) {
                    return;
                }
            } catch (IOException notYet) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
        throw new IOException(
                "nginx does not start: " + Files.readString(folder.resolve("error.log")));
    }

    int port() {
        return port;
    }

    ProcessHandle handle() {
        return process.handle();
    }

    @Override
    public void close() {
        process.close();
    }
}
