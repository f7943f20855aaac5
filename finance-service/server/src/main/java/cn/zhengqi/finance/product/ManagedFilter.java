package cn.zhengqi.finance.product;

import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a list of the console is narrowed by.
 *
 * @param q part of title, bank, type or summary
 * @param bankId whose products; a bank sees its own whatever is asked for
 * @param sort {@code field,asc} or {@code field,desc}
 */
record ManagedFilter(
        @Nullable @Size(max = 100, message = "关键词不超过 100 字") String q,
        @Nullable ProductStatus status,
        @Nullable @Size(max = 50, message = "产品类型不超过 50 字") String productType,
        @Nullable @Size(max = 50, message = "担保方式不超过 50 字") String guarantee,
        @Nullable UUID bankId,
        @Nullable String sort) {}
