package cn.zhengqi.code.about;

import cn.zhengqi.code.CodeAction;
import cn.zhengqi.code.file.PictureStore;
import cn.zhengqi.events.audit.AuditTrail;
import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.kernel.ProblemException;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what the portal says of the enterprise code. */
@Component
class About {

    private final AboutMapper mapper;
    private final PictureStore pictures;
    private final AuditTrail audit;
    private final Clock clock;

    About(AboutMapper mapper, PictureStore pictures, AuditTrail audit, Clock clock) {
        this.mapper = mapper;
        this.pictures = pictures;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param updatedByName absent while it says what it said from the beginning */
    record Kept(
            AboutContent content,
            int version,
            OffsetDateTime updatedAt,
            @Nullable String updatedByName) {

        static Kept of(AboutPage page) {
            return new Kept(
                    page.getContent(),
                    page.getVersion(),
                    BusinessTime.at(page.getUpdatedAt()),
                    page.getUpdatedByName());
        }
    }

    @Transactional(readOnly = true)
    AboutContent published() {
        return mapper.page().getContent();
    }

    /** From the primary: staff see what they have just written. */
    @Transactional
    Kept kept() {
        return Kept.of(mapper.page());
    }

    /** @throws ProblemException VERSION_CONFLICT, VALIDATION_FAILED for a picture that there is not */
    @Transactional
    Kept rewrite(AboutContent content, int version, String by) {
        AboutPage page = mapper.page();
        AboutContent before = page.getContent();
        page.rewrite(content, version, by, clock.instant());
        mapper.update(page);
        if (!pictures.showOnly(content.pictureIds())) {
            throw ProblemException.validation("pictures", "UNKNOWN", "图片不存在，请重新上传");
        }
        audit.changed(CodeAction.ABOUT_REWRITTEN, page.getId(), "企业码介绍", before, content);
        return Kept.of(page);
    }
}
