package cn.zhengqi.finance.product;

import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a reader narrows the list by.
 *
 * @param q part of title, bank, type or summary
 * @param productType one of the types of a product: 税贷 finds 信用贷款/税贷
 */
public record ProductFilter(
        @Nullable @Size(max = 100, message = "关键词不超过 100 字") String q,
        @Nullable @Size(max = 50, message = "产品类型不超过 50 字") String productType,
        @Nullable @Size(max = 50, message = "担保方式不超过 50 字") String guarantee,
        @Nullable UUID bankId) {}
