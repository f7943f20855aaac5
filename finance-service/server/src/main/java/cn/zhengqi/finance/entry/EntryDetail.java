package cn.zhengqi.finance.entry;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/**
 * What a bank entered, whole.
 *
 * @param inForce the product as it is published now, to be compared with; absent for a new one
 */
public record EntryDetail(
        @JsonUnwrapped EntryView entry,
        ProductContent content,
        @Nullable ProductContent inForce) {}
