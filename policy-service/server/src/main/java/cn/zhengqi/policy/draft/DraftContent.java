package cn.zhengqi.policy.draft;

import cn.zhengqi.kernel.FieldProblem;
import cn.zhengqi.kernel.ProblemException;
import cn.zhengqi.policy.api.PolicyCategory;
import cn.zhengqi.policy.api.PolicyLevel;
import cn.zhengqi.policy.catalogue.PolicyRelations;
import cn.zhengqi.policy.catalogue.RelationKind;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is written so far; anything may still be missing. {@link #requireComplete()} says what.
 *
 * @param publishDate as exact as the source: a day, a month or a year
 * @param interpretation the reading in plain words (解读)
 * @param confidence {@code high} when the text was checked in all its parts
 * @param supersededByCode the policy that takes its place when its validity ends
 * @param editionName names the edition in answers, such as 2026
 * @param ruleFrom first day on which enterprises are matched; {@code ruleTo} the last
 * @param ruleToCertain false: an extension beyond {@code ruleTo} may exist and was not checked
 * @param reference true for a document that grants nothing by itself
 * @param grants the qualification that it grants
 * @param relations to other documents
 * @param criteria the tree of conditions as JSON; absent while nobody has entered it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DraftContent(
        @Nullable @Size(max = 200, message = "不超过 200 字") String title,
        @Nullable @Size(max = 100, message = "不超过 100 字") String docNumber,
        @Nullable @Size(max = 200, message = "不超过 200 字") String issuer,
        @Nullable PolicyLevel level,
        @Nullable PolicyCategory category,
        @Nullable @Size(max = 100, message = "不超过 100 字") String department,

        @Nullable @Size(max = 10, message = "日期写作 2026-01-31、2026-01 或 2026")
        String publishDate,

        @Nullable LocalDate effectiveFrom,
        @Nullable LocalDate validTo,
        @Nullable @Size(max = 300, message = "不超过 300 字") String validityNote,

        @Nullable @Size(max = 10_000, message = "不超过 10000 字")
        String interpretation,

        @Nullable @Size(max = 5_000, message = "不超过 5000 字") String benefit,

        @Size(max = 30, message = "不超过 30 个")
        List<@Size(min = 1, max = 30, message = "每个标签 1 至 30 字") String> tagsBasic,

        @Size(max = 30, message = "不超过 30 个")
        List<@Size(min = 1, max = 30, message = "每个标签 1 至 30 字") String> tagsAdvanced,

        @Nullable @Size(max = 1_000, message = "不超过 1000 字") String source,
        @Nullable @Size(max = 500, message = "不超过 500 字") String sourceUrl,
        @Nullable @Size(max = 100, message = "不超过 100 字") String confidence,
        @Nullable @Size(max = 1_000, message = "不超过 1000 字") String operatorNote,
        @Nullable @Size(max = 20, message = "不超过 20 字") String supersededByCode,
        @Nullable @Size(max = 20, message = "不超过 20 字") String editionName,
        @Nullable LocalDate ruleFrom,
        @Nullable LocalDate ruleTo,
        boolean ruleToCertain,
        @Nullable @Size(max = 300, message = "不超过 300 字") String ruleNote,
        boolean reference,
        @Nullable @Size(max = 100, message = "不超过 100 字") String grants,
        @Size(max = 30, message = "不超过 30 项") List<@Valid ExcludedPolicy> exclusions,
        @Size(max = 30, message = "不超过 30 项") List<@Valid RelatedPolicy> relations,
        @Nullable Map<String, Object> criteria) {

    /** Of a date that is exact to the day, not to its month or year alone. */
    private static final int LENGTH_OF_DAY = "2026-01-31".length();

    private static final Pattern PUBLISH_DATE = Pattern.compile("\\d{4}(-\\d{2}(-\\d{2})?)?");

    public DraftContent {
        tagsBasic = List.copyOf(Objects.requireNonNullElse(tagsBasic, List.of()));
        tagsAdvanced = List.copyOf(Objects.requireNonNullElse(tagsAdvanced, List.of()));
        exclusions = List.copyOf(Objects.requireNonNullElse(exclusions, List.of()));
        relations = List.copyOf(Objects.requireNonNullElse(relations, List.of()));
    }

    /**
     * A policy that cannot be enjoyed together with this one.
     *
     * @param with its code
     * @param text the words that say so
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ExcludedPolicy(
            @Size(min = 1, max = 20, message = "请填写政策编号") String with,

            @Size(min = 1, max = 500, message = "请填写原文依据，不超过 500 字")
            String text,

            @Nullable @Size(max = 100, message = "不超过 100 字")
            String place,

            boolean certain) {

        /** Codes are in upper case, however they are typed. */
        @SuppressWarnings("NullAway") // a draft may lack anything
        public ExcludedPolicy {
            with = with == null ? null : with.strip().toUpperCase(Locale.ROOT);
        }
    }

    /**
     * Another policy that this one has to do with; either may still be missing.
     *
     * @param code of the other one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record RelatedPolicy(
            @Nullable RelationKind kind,
            @Nullable @Size(max = 20, message = "不超过 20 字") String code) {}

    /** Nothing written yet. */
    static DraftContent empty() {
        return new DraftContent(
                null, null, null, null, null, null, null, null, null, null, null, null, List.of(), List.of(), null,
                null, null, null, null, null, null, null, true, null, false, null, List.of(), List.of(), null);
    }

    /** Codes of the policies that it excludes. */
    List<String> excluded() {
        return exclusions.stream().map(ExcludedPolicy::with).toList();
    }

    /** The first day of the edition: that of its conditions, else that of the document; absent: at once. */
    @Nullable
    LocalDate firstDay() {
        return criteria != null && ruleFrom != null ? ruleFrom : effectiveFrom;
    }

    /** The first day on which conditions are matched: the document's, where none of their own is entered. */
    @Nullable
    LocalDate appliesFrom() {
        return ruleFrom == null ? effectiveFrom : ruleFrom;
    }

    /**
     * The same of a first edition: nobody qualified for a policy before it was published, so that is its first day where none is entered. Of an edition that follows it is not, for its
     * document may be the same.
     */
    @Nullable
    LocalDate firstAppliesFrom() {
        LocalDate entered = appliesFrom();
        if (entered != null || publishDate == null || publishDate.length() != LENGTH_OF_DAY) {
            return entered;
        }
        LocalDate published = LocalDate.parse(publishDate);
        LocalDate last = appliesTo();
        return last != null && published.isAfter(last) ? null : published;
    }

    /** The last day on which conditions are matched: the document's, where none of their own is entered. */
    @Nullable
    LocalDate appliesTo() {
        return ruleTo == null ? validTo : ruleTo;
    }

    /** As they are kept when it is published. */
    List<PolicyRelations.Stated> stated() {
        return relations.stream()
                .map(one -> new PolicyRelations.Stated(
                        Objects.requireNonNull(one.kind()), Objects.requireNonNull(one.code())))
                .toList();
    }

    /** Whether every relation is written whole, so that it can be looked for. */
    boolean namesRelations() {
        return relations.stream()
                .allMatch(one ->
                        one.kind() != null && one.code() != null && !one.code().isBlank());
    }

    /** Whether every policy that it excludes is named. */
    boolean namesExclusions() {
        return exclusions.stream().map(ExcludedPolicy::with).allMatch(code -> code != null && !code.isBlank());
    }

    /** @throws ProblemException VALIDATION_FAILED naming every field that is missing or wrong */
    void requireComplete() {
        List<FieldProblem> errors = new ArrayList<>();
        required(errors, "title", title, "请填写政策名称");
        required(errors, "docNumber", docNumber, "请填写文号");
        required(errors, "issuer", issuer, "请填写发文机关");
        required(errors, "level", level, "请选择级别");
        required(errors, "category", category, "请选择类别");
        required(errors, "department", department, "请填写区级主管部门");
        required(errors, "publishDate", publishDate, "请填写发布日期");
        required(errors, "interpretation", interpretation, "请填写政策解读");
        required(errors, "source", source, "请填写来源");
        if (publishDate != null && !publishDate.isBlank() && !isDay(publishDate)) {
            errors.add(new FieldProblem("publishDate", "FORMAT", "日期写作 2026-01-31、2026-01 或 2026"));
        }
        boolean sound = ordered(errors, "validTo", effectiveFrom, validTo);
        // Days of the document that are wrong are so once, and stand for days of the conditions that are not entered.
        if (ruleFrom != null && ruleTo != null || sound && (ruleFrom != null || ruleTo != null)) {
            ordered(errors, ruleTo == null ? "ruleFrom" : "ruleTo", appliesFrom(), appliesTo());
        }
        if (supersededByCode != null && !supersededByCode.isBlank()) {
            required(errors, "validTo", validTo, "填写了替代本政策的政策，请填写有效期至，其后由它替代");
        }
        if (sourceUrl != null && !isAddress(sourceUrl)) {
            errors.add(new FieldProblem("sourceUrl", "FORMAT", "原文链接以 http:// 或 https:// 开头"));
        }
        requireRelations(errors);
        requireExclusions(errors);
        if (criteria != null) {
            required(errors, "editionName", editionName, "填写了申报条件，请填写版本名（如 2026）");
        }
        if (!errors.isEmpty()) {
            throw ProblemException.validation(errors);
        }
    }

    private void requireRelations(List<FieldProblem> errors) {
        Set<RelatedPolicy> before = new HashSet<>();
        for (int i = 0; i < relations.size(); i++) {
            RelatedPolicy one = relations.get(i);
            required(errors, "relations[" + i + "].kind", one.kind(), "请选择关系");
            required(errors, "relations[" + i + "].code", one.code(), "请选择政策");
            if (!before.add(one)) {
                errors.add(new FieldProblem("relations[" + i + "].code", "DUPLICATE", "这项关系已经填写过"));
            }
        }
    }

    private void requireExclusions(List<FieldProblem> errors) {
        Set<String> before = new HashSet<>();
        for (int i = 0; i < exclusions.size(); i++) {
            ExcludedPolicy one = exclusions.get(i);
            required(errors, "exclusions[" + i + "].with", one.with(), "请填写政策编号");
            required(errors, "exclusions[" + i + "].text", one.text(), "请填写原文依据");
            if (one.with() != null && !before.add(one.with())) {
                errors.add(new FieldProblem("exclusions[" + i + "].with", "DUPLICATE", "这项政策已经填写过"));
            }
        }
    }

    private static void required(List<FieldProblem> errors, String field, @Nullable Object value, String message) {
        if (value == null || (value instanceof String text && text.isBlank())) {
            errors.add(new FieldProblem(field, "REQUIRED", message));
        }
    }

    private static boolean ordered(
            List<FieldProblem> errors, String field, @Nullable LocalDate from, @Nullable LocalDate to) {
        boolean right = from == null || to == null || !from.isAfter(to);
        if (!right) {
            errors.add(new FieldProblem(
                    field, "RANGE", field.equals("ruleFrom") ? "起始日不能晚于截止日 " + to : "截止日不能早于起始日 " + from));
        }
        return right;
    }

    private static boolean isDay(String text) {
        if (!PUBLISH_DATE.matcher(text).matches()) {
            return false;
        }
        try {
            if (text.length() == LENGTH_OF_DAY) {
                LocalDate.parse(text);
            } else if (text.length() == 7) {
                YearMonth.parse(text);
            }
            return true;
        } catch (DateTimeException notADay) {
            return false;
        }
    }

    private static boolean isAddress(String text) {
        try {
            URI address = URI.create(text);
            return ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))
                    && address.getHost() != null;
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
