package cn.zhengqi.policy.reference;

import cn.zhengqi.matching.api.criteria.CriterionView;
import cn.zhengqi.policy.api.PolicyCategory;
import cn.zhengqi.policy.api.PolicyLevel;
import cn.zhengqi.policy.catalogue.PolicyContent;
import cn.zhengqi.policy.catalogue.PolicyCriteria;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A line of {@code reference/policies.jsonl}. */
record PolicyRow(
        String id,
        String title,
        String docNumber,
        String issuer,
        String level,
        String category,
        String publishDate,
        @Nullable String effectiveFrom,
        @Nullable String validTo,
        @Nullable String status,
        @Nullable String supersededBy,
        String summary,
        String benefit,
        String dept,
        String source,
        String confidence,
        List<Row> criteria,
        @JsonProperty("tags_basic") List<String> tagsBasic,
        @JsonProperty("tags_adv") List<String> tagsAdvanced,
        @Nullable String operatorNote) {

    record Row(
            String field,
            String text,
            boolean sure,
            @Nullable String group) {}

    /** A date that may carry a reservation: 2025-12-31(2026 年是否延续待核实). */
    private static final Pattern DATE_AND_NOTE = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:[(（](.+)[)）])?");

    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s;；，]+");

    /** @param labels what a fact is called */
    PolicyContent content(Function<String, String> labels) {
        return new PolicyContent(
                title,
                docNumber,
                issuer,
                levelOf(level),
                categoryOf(category),
                dept,
                publishDate,
                effectiveFrom == null ? null : LocalDate.parse(effectiveFrom),
                validTo == null ? null : LocalDate.parse(part(validTo, 1)),
                note(),
                summary,
                benefit,
                tagsBasic,
                tagsAdvanced,
                new PolicyCriteria(criteria.stream()
                        .map(row -> new CriterionView(labels.apply(row.field()), row.text(), row.sure(), row.group()))
                        .toList()),
                source,
                address(),
                confidence,
                operatorNote);
    }

    private @Nullable String note() {
        String notes = Stream.of(validTo == null ? null : part(validTo, 2), status)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("；"));
        return notes.isEmpty() ? null : notes;
    }

    private @Nullable String address() {
        Matcher address = ADDRESS.matcher(source);
        return address.find() ? address.group() : null;
    }

    private static @Nullable String part(String text, int group) {
        Matcher date = DATE_AND_NOTE.matcher(text);
        if (!date.matches()) {
            throw new IllegalArgumentException("not a date: " + text);
        }
        return date.group(group);
    }

    private static PolicyLevel levelOf(String word) {
        return switch (word) {
            case "国家" -> PolicyLevel.NATIONAL;
            case "市" -> PolicyLevel.MUNICIPAL;
            case "区县" -> PolicyLevel.DISTRICT;
            default -> throw new IllegalArgumentException("unknown level " + word);
        };
    }

    private static PolicyCategory categoryOf(String word) {
        return switch (word) {
            case "税收" -> PolicyCategory.TAX;
            case "产业发展" -> PolicyCategory.INDUSTRY;
            case "创新" -> PolicyCategory.INNOVATION;
            case "资金补助" -> PolicyCategory.FUNDING;
            default -> throw new IllegalArgumentException("unknown category " + word);
        };
    }
}
