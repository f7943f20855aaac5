package cn.zhengqi.policy.catalogue;

import cn.zhengqi.web.CurrentUser;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whose a policy is. */
public record PolicyOwner(UUID id, String name) {

    /** Null for who works for no institution. */
    static @Nullable PolicyOwner of(CurrentUser author) {
        UUID institution = author.institutionId();
        return institution == null
                ? null
                : new PolicyOwner(institution, Objects.requireNonNullElse(author.institutionName(), "起草单位"));
    }
}
