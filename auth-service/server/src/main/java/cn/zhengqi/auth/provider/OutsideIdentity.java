package cn.zhengqi.auth.provider;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Somebody, as a provider knows them.
 *
 * @param subject by which the provider knows them, for ever
 * @param name may be empty
 * @param phone that the provider has proved and is trusted with; null: none
 */
public record OutsideIdentity(
        String provider,
        String subject,
        String name,
        @Nullable String phone) implements Serializable {

    /** Neither subject nor phone goes into a log. */
    @Override
    public String toString() {
        return "OutsideIdentity[" + provider + "]";
    }
}
