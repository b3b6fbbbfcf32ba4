package org.dargah.authoring;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dargah.Visitor;
import org.dargah.authoring.internal.Reading;
import org.dargah.identity.DemoAccounts;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.ServiceCode;

/** Officials at work on services, without a browser. */
final class Authors {

    private final int port;
    private final DemoAccounts accounts;

    Authors(int port, DemoAccounts accounts) {
        this.port = port;
        this.accounts = accounts;
    }

    Visitor at(String username) {
        var visitor = new Visitor(port);
        visitor.signInAtWork(username, accounts.password(username));
        return visitor;
    }

    /** The blank example under a code of its own. */
    static SortedMap<String, String> pack(String agency, String code) {
        return new TreeMap<>(Reading.blank(new AgencyCode(agency), new ServiceCode(code)));
    }

    static byte[] zip(Map<String, String> files) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The address of the draft that comes of an upload. */
    static String upload(Visitor analyst, Map<String, String> files) {
        Visitor.Page answer =
                analyst.upload(
                        analyst.open("/work/services/new").form("/work/services/new/zip"),
                        "zip",
                        "pack.zip",
                        zip(files));
        if (answer.status() != 303) {
            throw new AssertionError(answer.status() + "\n" + answer.body());
        }
        return Objects.requireNonNull(answer.location());
    }

    static Visitor.Page handIn(Visitor analyst, String draft) {
        return analyst.submit(analyst.open(draft).form(draft + "/submission"));
    }

    static Visitor.Page decide(Visitor approver, String draft, String choice) {
        return approver.submit(
                approver.open(draft + "/approval")
                        .form(draft + "/approval")
                        .with("choice", choice));
    }

    /** From the zip to what is offered. */
    void publish(String agency, Map<String, String> files) {
        Visitor analyst = at(analystOf(agency));
        String draft = upload(analyst, files);
        handIn(analyst, draft);
        Visitor.Page done = decide(at(approverOf(agency)), draft, "now");
        if (done.status() != 303) {
            throw new AssertionError(done.status() + "\n" + done.body());
        }
    }

    static String analystOf(String agency) {
        return agency.equals("asnaf") ? "guild-analyst" : agency + "-analyst";
    }

    static String approverOf(String agency) {
        return agency.equals("asnaf") ? "guild-approver" : agency + "-approver";
    }
}
