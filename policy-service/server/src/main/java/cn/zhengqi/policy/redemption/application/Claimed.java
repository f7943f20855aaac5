package cn.zhengqi.policy.redemption.application;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an enterprise claims.
 *
 * @param basis the figure by which the rule goes, where it goes by one
 * @param files evidence that it uploaded
 */
record Claimed(@Nullable BigDecimal basis, String statement, List<UUID> files, Account account) {

    List<String> fileIds() {
        return files.stream().map(UUID::toString).toList();
    }
}
