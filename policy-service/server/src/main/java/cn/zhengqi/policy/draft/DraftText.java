package cn.zhengqi.policy.draft;

import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.policy.catalogue.Attachment;
import cn.zhengqi.policy.catalogue.PolicyAttachments;
import cn.zhengqi.policy.catalogue.Wording;
import cn.zhengqi.policy.reading.DocumentTexts;
import cn.zhengqi.web.file.FilesInMemory;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The wording of the document that is going to be published: what its draft was written from, else what its files say. */
@Component
class DraftText {

    /** The document is among the first; the others are its annexes. */
    private static final int MOST_FILES = 3;

    private static final Logger LOG = LoggerFactory.getLogger(DraftText.class);

    private final PolicyAttachments attachments;
    private final DocumentTexts documents;
    private final FilesInMemory memory;

    DraftText(PolicyAttachments attachments, DocumentTexts documents, FilesInMemory memory) {
        this.attachments = attachments;
        this.documents = documents;
        this.memory = memory;
    }

    /**
     * Outside any transaction: files may lie on another machine. A file that was carried on from the edition before says nothing new: it may be an annex of what that was
     * written from.
     */
    @Nullable
    Wording of(PolicyDrafts.Publishable draft) {
        DraftReading reading = draft.reading();
        if (reading != null && !reading.text().isBlank()) {
            return new Wording(reading.text().strip(), true);
        }
        Set<Brought> before = attachments.of(draft.policyId(), draft.edition() - 1, "").stream()
                .map(Brought::of)
                .collect(Collectors.toSet());
        return attachments.of(draft.policyId(), draft.edition(), "").stream()
                .filter(DraftText::hasWords)
                .limit(MOST_FILES)
                .flatMap(file -> read(draft.policyId(), draft.edition(), file)
                        .map(text -> new Wording(text, !before.contains(Brought.of(file))))
                        .stream())
                .findFirst()
                .orElse(null);
    }

    /** What stays of a file when it is carried on to the next edition. */
    private record Brought(String name, long size, OffsetDateTime at) {

        static Brought of(Attachment file) {
            return new Brought(file.name(), file.size(), file.uploadedAt());
        }
    }

    private static boolean hasWords(Attachment file) {
        return Stream.of(".pdf", ".docx").anyMatch(file.name()::endsWith);
    }

    private Optional<String> read(UUID policyId, int edition, Attachment file) {
        try {
            return Objects.requireNonNull(memory.during(
                    file.size(),
                    () -> documents.of(attachments
                            .open(policyId, edition, file.id())
                            .bytes()
                            .getContentAsByteArray())));
        } catch (ProblemException busy) {
            throw busy;
        } catch (IOException | RuntimeException failure) {
            // A policy comes into force also while its files cannot be reached.
            LOG.warn("The wording of {} could not be read", policyId, failure);
            return Optional.empty();
        }
    }
}
