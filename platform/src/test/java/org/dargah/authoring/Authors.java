package org.dargah.authoring;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dargah.Visitor;
import org.dargah.authoring.internal.Reading;
import org.dargah.identity.DemoAccounts;
import org.dargah.kernel.AgencyCode;
import org.dargah.kernel.JalaliDate;
import org.dargah.kernel.ServiceCode;

/** Officials at work on services, without a browser. */
public final class Authors {

    private final int port;
    private final UnaryOperator<String> passwords;

    Authors(int port, DemoAccounts accounts) {
        this(port, accounts::password);
    }

    /**
     * @param passwords by the name of the account
     */
    public Authors(int port, UnaryOperator<String> passwords) {
        this.port = port;
        this.passwords = passwords;
    }

    Visitor at(String username) {
        var visitor = new Visitor(port);
        visitor.signInAtWork(username, passwords.apply(username));
        return visitor;
    }

    /** The blank example under a code of its own. */
    public static SortedMap<String, String> pack(String agency, String code) {
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

    /** From the zip to the second person's word, from a moment on that is still to come. */
    public void approveFor(LocalDate day, String agency, Map<String, String> files) {
        Visitor analyst = at(analystOf(agency));
        String draft = upload(analyst, files);
        handIn(analyst, draft);
        Visitor approver = at(approverOf(agency));
        String approval = draft + "/approval";
        JalaliDate date = JalaliDate.of(day);
        Visitor.Page done =
                approver.submit(
                        approver.open(approval)
                                .form(approval)
                                .with("choice", "later")
                                .with("date.year", String.valueOf(date.year()))
                                .with("date.month", String.valueOf(date.month()))
                                .with("date.day", String.valueOf(date.day()))
                                .with("hour", "8:00"));
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

    /** The way of a case that an officer decides. */
    static String officersProcess(String code) {
        return """
        <?xml version="1.0" encoding="UTF-8"?>
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                     xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                     xmlns:flowable="http://flowable.org/bpmn"
                     targetNamespace="https://dargah.org/services">
          <process id="%s" name="خدمت تازه" isExecutable="true">
            <startEvent id="submitted" name="درخواست ثبت شد"/>
            <sequenceFlow id="f1" sourceRef="submitted" targetRef="ask"/>
            <serviceTask id="ask" name="پرسش از دستگاه‌ها" flowable:delegateExpression="${inquiry}" flowable:async="true"/>
            <sequenceFlow id="f2" sourceRef="ask" targetRef="officerDecision"/>
            <userTask id="officerDecision" name="بررسی کارشناس"/>
            <sequenceFlow id="f3" sourceRef="officerDecision" targetRef="outcomeIs"/>
            <exclusiveGateway id="outcomeIs" name="نتیجه" default="f_refused"/>
            <sequenceFlow id="f_correction" name="نیازمند اصلاح" sourceRef="outcomeIs" targetRef="askApplicant">
              <conditionExpression xsi:type="tFormalExpression">${outcome == 'correction'}</conditionExpression>
            </sequenceFlow>
            <userTask id="askApplicant" name="اصلاح متقاضی"/>
            <sequenceFlow id="f4" sourceRef="askApplicant" targetRef="ask"/>
            <sequenceFlow id="f_approved" name="تأیید" sourceRef="outcomeIs" targetRef="issueLetter">
              <conditionExpression xsi:type="tFormalExpression">${outcome == 'approved'}</conditionExpression>
            </sequenceFlow>
            <serviceTask id="issueLetter" name="صدور گواهی" flowable:delegateExpression="${issue}" flowable:async="true"/>
            <sequenceFlow id="f5" sourceRef="issueLetter" targetRef="tellApproved"/>
            <serviceTask id="tellApproved" name="خبر به متقاضی" flowable:delegateExpression="${notify}" flowable:async="true"/>
            <sequenceFlow id="f6" sourceRef="tellApproved" targetRef="approved"/>
            <endEvent id="approved" name="گواهی صادر شد"/>
            <sequenceFlow id="f_refused" name="رد" sourceRef="outcomeIs" targetRef="tellRefused"/>
            <serviceTask id="tellRefused" name="خبر به متقاضی" flowable:delegateExpression="${notify}" flowable:async="true"/>
            <sequenceFlow id="f7" sourceRef="tellRefused" targetRef="refused"/>
            <endEvent id="refused" name="درخواست رد شد"/>
          </process>
        </definitions>
        """
                .formatted(code);
    }
}
