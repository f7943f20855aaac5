package cn.zhengqi.policy.catalogue;

import cn.zhengqi.data.files.ObjectStore;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.policy.PolicyProblem;
import cn.zhengqi.web.CurrentUser;
import cn.zhengqi.web.file.BarePicture;
import cn.zhengqi.web.file.FileName;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** The files that come with editions. Bytes are never removed here: an edition may share them with the next one, and what no row names is swept up. */
@Component
public class PolicyAttachments {

    public static final int MAX_BYTES = 10 * 1024 * 1024;
    public static final int MOST = 20;

    private final AttachmentMapper attachments;
    private final ObjectStore objects;
    private final Clock clock;

    PolicyAttachments(AttachmentMapper attachments, ObjectStore objects, Clock clock) {
        this.attachments = attachments;
        this.objects = objects;
        this.clock = clock;
    }

    /** A file with its bytes. */
    public record Content(String name, String contentType, Resource bytes) {}

    /** Bytes that are kept, and were looked at; no edition has them yet. */
    public record Kept(String name, String contentType, long size, String sha256, String objectKey) {}

    /**
     * Outside any transaction: the folder may lie on another machine.
     *
     * @throws ProblemException FILE_TOO_LARGE, ATTACHMENT_TYPE_NOT_ALLOWED, VALIDATION_FAILED when it is empty, and what {@link AttachmentKind#of} throws
     */
    public Kept keep(@Nullable String name, byte[] bytes) {
        if (bytes.length == 0) {
            throw ProblemException.validation("file", "REQUIRED", "文件是空的，请重新选择");
        }
        if (bytes.length > MAX_BYTES) {
            throw new ProblemException(PolicyProblem.FILE_TOO_LARGE);
        }
        AttachmentKind kind = AttachmentKind.of(bytes);
        byte[] bare = BarePicture.of(bytes);
        ObjectStore.Kept kept = objects.keep(bare);
        return new Kept(
                FileName.of(name, kind.extension()), kind.contentType(), bare.length, kept.sha256(), kept.key());
    }

    /**
     * To an edition that is being written; whoever adds has its draft locked.
     *
     * @throws ProblemException TOO_MANY_ATTACHMENTS, ATTACHMENT_NAME_TAKEN
     */
    public void add(UUID policyId, int edition, Kept file, CurrentUser by) {
        List<AttachmentMapper.Row> there = attachments.of(policyId, edition);
        if (there.size() >= MOST) {
            throw new ProblemException(PolicyProblem.TOO_MANY_ATTACHMENTS);
        }
        if (there.stream().anyMatch(row -> row.name().equals(file.name()))) {
            throw new ProblemException(
                    PolicyProblem.ATTACHMENT_NAME_TAKEN, "已有名为“" + file.name() + "”的附件，请先删除原附件，或改名后上传");
        }
        attachments.insert(new AttachmentMapper.Row(
                Ids.next(),
                policyId,
                edition,
                file.name(),
                file.contentType(),
                file.size(),
                file.sha256(),
                file.objectKey(),
                by.accountId(),
                by.name(),
                clock.instant().truncatedTo(ChronoUnit.MICROS)));
    }

    /** @throws ProblemException NOT_FOUND */
    public String remove(UUID policyId, int edition, UUID id) {
        AttachmentMapper.Row row = attachments.one(policyId, edition, id).orElseThrow(PolicyAttachments::notFound);
        attachments.delete(policyId, edition, id);
        return row.name();
    }

    /** A new edition begins with what the one before has. */
    public void carryOn(UUID policyId, int from, int to) {
        attachments
                .of(policyId, from)
                .forEach(row -> attachments.insert(new AttachmentMapper.Row(
                        Ids.next(),
                        policyId,
                        to,
                        row.name(),
                        row.contentType(),
                        row.size(),
                        row.sha256(),
                        row.objectKey(),
                        row.uploadedBy(),
                        row.uploader(),
                        row.uploadedAt())));
    }

    /** @param under the address that they lie under for their reader */
    public List<Attachment> of(UUID policyId, int edition, String under) {
        return attachments.of(policyId, edition).stream()
                .map(row -> row.shown(under))
                .toList();
    }

    /** @throws ProblemException NOT_FOUND */
    public Content open(UUID policyId, int edition, UUID id) {
        AttachmentMapper.Row row = attachments.one(policyId, edition, id).orElseThrow(PolicyAttachments::notFound);
        return new Content(row.name(), row.contentType(), objects.get(row.objectKey()));
    }

    private static ProblemException notFound() {
        return ProblemException.notFound("附件不存在，可能已被删除");
    }
}
