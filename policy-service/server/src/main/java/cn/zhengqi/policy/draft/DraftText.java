package cn.zhengqi.policy.draft;

import cn.zhengqi.policy.catalogue.Attachment;
import cn.zhengqi.policy.catalogue.PolicyAttachments;
import cn.zhengqi.policy.catalogue.Wording;
import cn.zhengqi.policy.reading.DocumentTexts;
import cn.zhengqi.web.file.FilesInMemory;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
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

    /** Outside any transaction: files may lie on another machine. */
    @Nullable
    Wording of(PolicyDrafts.Publishable draft) {
        DraftReading reading = draft.reading();
        if (reading != null && !reading.text().isBlank()) {
            return new Wording(reading.text().strip(), true);
        }
        return attachments.of(draft.policyId(), draft.edition(), "").stream()
                .filter(DraftText::hasWords)
                .limit(MOST_FILES)
                .map(file -> read(draft.policyId(), draft.edition(), file))
                .flatMap(Optional::stream)
                .findFirst()
                .map(text -> new Wording(text, false))
                .orElse(null);
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
        } catch (IOException | RuntimeException failure) {
            // A policy comes into force also while its files cannot be reached.
            LOG.warn("The wording of {} could not be read", policyId, failure);
            return Optional.empty();
        }
    }
}
