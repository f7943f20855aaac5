package cn.zhengqi.matching.api.criteria;

import cn.zhengqi.matching.api.facts.IndustrySection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * To which sections of industries conditions limit those who can meet them. Only what names industries counts: that some are shut out makes a policy none for all the
 * others, and what nobody has put into conditions says nothing.
 */
public final class IndustryLimit {

    private static final String INDUSTRY = "industryCode";

    private IndustryLimit() {}

    /** In the order of the standard; empty where anybody can meet them, of whichever industry. */
    public static Set<IndustrySection> of(Criterion criteria) {
        Set<IndustrySection> limit = limit(criteria);
        return limit == null ? Set.of() : Collections.unmodifiableSet(limit);
    }

    /** Null: none. */
    private static @Nullable Set<IndustrySection> limit(Criterion criteria) {
        return switch (criteria) {
            case AllOf all -> ofAll(all.criteria());
            case AnyOf any -> ofSome(1, any.criteria());
            case AtLeast some ->
                some.count() == some.criteria().size() ? ofAll(some.criteria()) : ofSome(some.count(), some.criteria());
            case Comparison one ->
                one.fact().equals(INDUSTRY) && (one.op() == Operator.IN || one.op() == Operator.EQUAL)
                        ? sections(one.value().words())
                        : null;
            case Banded banded -> ofBands(banded);
            case Score ignored -> null;
            case Unverified ignored -> null;
        };
    }

    private static @Nullable Set<IndustrySection> ofAll(List<Criterion> parts) {
        return parts.stream()
                .map(IndustryLimit::limit)
                .filter(Objects::nonNull)
                .reduce(IndustryLimit::inBoth)
                .orElse(null);
    }

    /** Who meets this many of them meets one that is limited, unless as many are not. */
    private static @Nullable Set<IndustrySection> ofSome(int count, List<Criterion> parts) {
        List<Set<IndustrySection>> limits = parts.stream()
                .map(IndustryLimit::limit)
                .filter(Objects::nonNull)
                .toList();
        return parts.size() - limits.size() >= count ? null : inAny(limits);
    }

    /** Outside of all bands nobody meets it. */
    private static @Nullable Set<IndustrySection> ofBands(Banded banded) {
        List<Set<IndustrySection>> limits = banded.bands().stream()
                .map(band -> ofBand(banded.by(), band))
                .filter(Objects::nonNull)
                .toList();
        return limits.size() < banded.bands().size() ? null : inAny(limits);
    }

    private static @Nullable Set<IndustrySection> ofBand(String by, Band band) {
        Set<IndustrySection> within = by.equals(INDUSTRY) && band.in() != null ? sections(band.in()) : null;
        Set<IndustrySection> then = limit(band.then());
        if (within == null || then == null) {
            return within == null ? then : within;
        }
        return inBoth(within, then);
    }

    /** Null where one of them is no code: it could be any. */
    private static @Nullable Set<IndustrySection> sections(List<String> codes) {
        EnumSet<IndustrySection> sections = EnumSet.noneOf(IndustrySection.class);
        for (String code : codes) {
            IndustrySection section = IndustrySection.of(code).orElse(null);
            if (section == null) {
                return null;
            }
            sections.add(section);
        }
        return sections;
    }

    private static Set<IndustrySection> inBoth(Set<IndustrySection> one, Set<IndustrySection> other) {
        EnumSet<IndustrySection> both = EnumSet.noneOf(IndustrySection.class);
        one.stream().filter(other::contains).forEach(both::add);
        return both;
    }

    private static Set<IndustrySection> inAny(List<Set<IndustrySection>> some) {
        EnumSet<IndustrySection> all = EnumSet.noneOf(IndustrySection.class);
        some.forEach(all::addAll);
        return all;
    }
}
