package org.dargah.authoring;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import org.dargah.acts.Act;
import org.dargah.acts.Acts;
import org.dargah.acts.Entry;
import org.dargah.authoring.internal.DraftTable;
import org.dargah.authoring.internal.FileTable;
import org.dargah.authoring.internal.Reading;
import org.dargah.catalog.PackFiles;
import org.dargah.catalog.Previews;
import org.dargah.catalog.Problem;
import org.dargah.catalog.Publishing;
import org.dargah.catalog.Unpacked;
import org.dargah.catalog.VersionId;
import org.dargah.identity.CurrentOfficer;
import org.dargah.kernel.Channel;
import org.dargah.kernel.Purpose;
import org.dargah.kernel.ServiceCode;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Beginning drafts and writing in them, by analysts of the agency whose service it is. */
@Component
public class Drafts {

    static final Purpose AUTHORING = new Purpose("author-service");
    private static final int LARGEST_FILE = 512 * 1024;

    private final DraftTable table;
    private final FileTable files;
    private final Access access;
    private final Publishing publishing;
    private final Previews previews;
    private final Acts acts;
    private final Clock clock;

    Drafts(
            DraftTable table,
            FileTable files,
            Access access,
            Publishing publishing,
            Previews previews,
            Acts acts,
            Clock clock) {
        this.table = table;
        this.files = files;
        this.access = access;
        this.publishing = publishing;
        this.previews = previews;
        this.acts = acts;
        this.clock = clock;
    }

    /** Any draft of an agency whose services this official sees; others do not exist for them. */
    public Optional<Draft> find(CurrentOfficer officer, DraftId id) {
        return table.find(officer.province(), id)
                .filter(draft -> access.maySee(officer, draft.agency()));
    }

    /** The one that changed last first. */
    public List<Draft> all(
            CurrentOfficer officer, Collection<DraftState> states, int skip, int most) {
        return table.of(officer.province(), access.agencies(officer), states, skip, most);
    }

    public List<DraftFile> files(Draft draft) {
        return files.all(draft.province(), draft.id());
    }

    public Optional<DraftFile> file(Draft draft, String path) {
        return files.find(draft.province(), draft.id(), path);
    }

    public PackFiles pack(Draft draft) {
        return new PackFiles(
                draft.agency(), draft.code(), files.texts(draft.province(), draft.id()));
    }

    /** Who wrote in it, by name and title. */
    public List<String> authors(Draft draft) {
        return table.authors(draft);
    }

    /** The same of several drafts, in one question; names are parted by semicolons. */
    public Map<DraftId, String> authors(List<Draft> of) {
        return of.isEmpty()
                ? Map.of()
                : table.authors(of.getFirst().province(), of.stream().map(Draft::id).toList());
    }

    public boolean isAuthor(Draft draft, CurrentOfficer officer) {
        return table.isAuthor(draft, officer.id());
    }

    /**
     * Begins a draft with the files of an uploaded zip. What is wrong inside the files may be
     * mended in the draft; a zip that is no pack's, or another agency's, is refused whole.
     *
     * @param key of the form: the same one again begins nothing new
     */
    @Transactional
    public Begun upload(CurrentOfficer analyst, UUID key, byte[] zip) {
        return switch (publishing.unpack(zip)) {
            case Unpacked.Refused(List<Problem> problems) -> new Begun.Refused(problems);
            case Unpacked.Files(SortedMap<String, String> texts) -> uploaded(analyst, key, texts);
        };
    }

    private Begun uploaded(CurrentOfficer analyst, UUID key, SortedMap<String, String> texts) {
        var problems = new ArrayList<Problem>();
        Optional<ServiceCode> code = Reading.code(texts, problems);
        Reading.checkAgency(texts, analyst.agency(), problems);
        if (!problems.isEmpty()) {
            return new Begun.Refused(problems);
        }
        VersionId base =
                publishing
                        .offered(code.orElseThrow())
                        .filter(offered -> offered.service().agency().equals(analyst.agency()))
                        .map(offered -> offered.service().version())
                        .orElse(null);
        return new Begun.Open(begin(analyst, key, code.orElseThrow(), texts, base));
    }

    /** Begins a draft with the files of a version of the analyst's own agency. */
    @Transactional
    public Optional<Draft> from(CurrentOfficer analyst, UUID key, VersionId version) {
        return publishing
                .files(version)
                .filter(pack -> access.mayWrite(analyst, pack.agency()))
                .map(pack -> begin(analyst, key, pack.code(), pack.files(), version));
    }

    /** Begins a draft with the blank example, under a code of the analyst's choice. */
    @Transactional
    public Draft blank(CurrentOfficer analyst, UUID key, ServiceCode code) {
        return begin(analyst, key, code, Reading.blank(analyst.agency(), code), null);
    }

    private Draft begin(
            CurrentOfficer analyst,
            UUID key,
            ServiceCode code,
            SortedMap<String, String> texts,
            @Nullable VersionId base) {
        if (!access.mayWrite(analyst, analyst.agency())) {
            throw new IllegalArgumentException(analyst + " is no analyst");
        }
        Instant now = clock.instant();
        var draft =
                new Draft(
                        analyst.province(),
                        DraftId.next(clock),
                        analyst.agency(),
                        code,
                        Reading.title(texts, code),
                        DraftState.WRITING,
                        1,
                        base,
                        now,
                        now,
                        null,
                        null,
                        null,
                        "",
                        null);
        if (!table.begin(draft, key)) {
            return table.begunBy(analyst.province(), key)
                    .filter(before -> before.agency().equals(analyst.agency()))
                    .orElseThrow();
        }
        files.put(draft.province(), draft.id(), texts, DraftTable.name(analyst), now);
        table.addAuthor(draft.province(), draft.id(), analyst);
        record(Act.PACK_BEGUN, draft, analyst);
        return draft;
    }

    /**
     * Saves one file.
     *
     * @param seen the revision of the file that was changed; 0 for a new file
     */
    @Transactional
    public Saving save(CurrentOfficer analyst, Draft draft, String path, String text, int seen) {
        if (!Publishing.mayHold(path)) {
            return new Saving.Refused(Saving.Why.NAME);
        }
        if (text.getBytes(StandardCharsets.UTF_8).length > LARGEST_FILE) {
            return new Saving.Refused(Saving.Why.SIZE);
        }
        Optional<Draft> open = open(analyst, draft);
        if (open.isEmpty()) {
            return new Saving.Closed();
        }
        Optional<DraftFile> before = file(draft, path);
        if (before.isEmpty() && seen > 0) {
            return new Saving.Gone();
        }
        if (before.isPresent() && before.get().revision() != seen) {
            return before.get().text().equals(text)
                    ? new Saving.Saved(before.get())
                    : new Saving.Overtaken(before.get());
        }
        if (before.isEmpty() || !before.get().text().equals(text)) {
            Instant now = clock.instant();
            files.put(draft.province(), draft.id(), path, text, DraftTable.name(analyst), now);
            changed(analyst, open.get(), now);
        }
        return new Saving.Saved(file(draft, path).orElseThrow());
    }

    /** Takes a file out; what no pack is whole without stays. */
    @Transactional
    public Saving remove(CurrentOfficer analyst, Draft draft, String path, int seen) {
        if (Publishing.isNeeded(path)) {
            return new Saving.Refused(Saving.Why.NEEDED);
        }
        Optional<Draft> open = open(analyst, draft);
        if (open.isEmpty()) {
            return new Saving.Closed();
        }
        Optional<DraftFile> before = file(draft, path);
        if (before.isEmpty()) {
            return new Saving.Gone();
        }
        if (before.get().revision() != seen) {
            return new Saving.Overtaken(before.get());
        }
        files.remove(draft.province(), draft.id(), path);
        changed(analyst, open.get(), clock.instant());
        return new Saving.Saved(before.get());
    }

    private Optional<Draft> open(CurrentOfficer analyst, Draft seen) {
        return table.lock(seen.province(), seen.id())
                .filter(draft -> access.mayWrite(analyst, draft.agency()))
                .filter(draft -> draft.state().isOpen());
    }

    private void changed(CurrentOfficer analyst, Draft draft, Instant now) {
        PackFiles pack = pack(draft);
        table.touch(draft, Reading.title(pack.files(), draft.code()), now);
        table.addAuthor(draft.province(), draft.id(), analyst);
        previews.renew(draft.id().value(), pack);
    }

    /** Hands it in for approval; a pack with a problem is not worth a second person's time. */
    @Transactional
    public Step handIn(CurrentOfficer analyst, Draft seen) {
        Draft draft = table.lock(seen.province(), seen.id()).orElseThrow();
        if (!draft.state().leadsTo(DraftState.HANDED_IN)
                || draft.revision() != seen.revision()
                || !access.mayWrite(analyst, draft.agency())) {
            return new Step.Overtaken(draft);
        }
        Publishing.Checked checked = publishing.check(pack(draft));
        if (!checked.isGood()) {
            return new Step.Bad(checked.problems());
        }
        table.addAuthor(draft.province(), draft.id(), analyst);
        table.handIn(draft, analyst, clock.instant());
        record(Act.PACK_HANDED_IN, draft, analyst);
        return new Step.Done(table.find(draft.province(), draft.id()).orElseThrow());
    }

    /** Takes it back before anybody has approved it. */
    @Transactional
    public Step takeBack(CurrentOfficer analyst, Draft seen) {
        return move(analyst, seen, DraftState.WRITING, Act.PACK_RETURNED);
    }

    @Transactional
    public Step discard(CurrentOfficer analyst, Draft seen) {
        Step step = move(analyst, seen, DraftState.DISCARDED, Act.PACK_DISCARDED);
        if (step instanceof Step.Done) {
            previews.close(seen.id().value());
        }
        return step;
    }

    private Step move(CurrentOfficer analyst, Draft seen, DraftState next, Act act) {
        Draft draft = table.lock(seen.province(), seen.id()).orElseThrow();
        if (!draft.state().leadsTo(next) || !access.mayWrite(analyst, draft.agency())) {
            return new Step.Overtaken(draft);
        }
        table.move(draft, next, "", null, clock.instant());
        record(act, draft, analyst);
        return new Step.Done(table.find(draft.province(), draft.id()).orElseThrow());
    }

    private void record(Act act, Draft draft, CurrentOfficer by) {
        acts.record(act, entry(draft, by));
    }

    static Entry entry(Draft draft, CurrentOfficer by) {
        return Entry.by(draft.province(), by.actor(), Channel.PORTAL, AUTHORING)
                .at(draft.agency())
                .with("service", draft.code().value())
                .with("draft", draft.id().toString());
    }
}
