package cn.zhengqi.code.about;

import cn.zhengqi.kernel.ProblemException;
import com.baomidou.mybatisplus.annotation.TableId;
import com.baomidou.mybatisplus.annotation.TableName;
import com.baomidou.mybatisplus.annotation.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The page about the enterprise code; there is one, from the first migration on. */
@TableName("about_page")
class AboutPage {

    @TableId
    private UUID id;

    private AboutContent content;
    private Instant updatedAt;
    private @Nullable String updatedByName;

    @Version
    private int version;

    @SuppressWarnings("NullAway.Init")
    private AboutPage() {}

    /** @throws ProblemException VERSION_CONFLICT when someone changed it since the caller saw it */
    void rewrite(AboutContent said, int seenVersion, String by, Instant at) {
        if (version != seenVersion) {
            throw ProblemException.versionConflict();
        }
        content = said;
        updatedByName = by;
        updatedAt = at;
    }

    public UUID getId() {
        return id;
    }

    public AboutContent getContent() {
        return content;
    }

    public Instant getUpdatedAt() {
        return updatedAt;
    }

    public @Nullable String getUpdatedByName() {
        return updatedByName;
    }

    public int getVersion() {
        return version;
    }
}
