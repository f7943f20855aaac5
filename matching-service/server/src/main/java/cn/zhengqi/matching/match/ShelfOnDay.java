package cn.zhengqi.matching.match;

import cn.zhengqi.kernel.BusinessTime;
import cn.zhengqi.matching.api.criteria.EligibilityRule;
import cn.zhengqi.matching.api.criteria.PolicyRule;
import cn.zhengqi.matching.api.criteria.ProductRule;
import cn.zhengqi.matching.api.criteria.Validity;
import cn.zhengqi.matching.engine.RuleBook;
import cn.zhengqi.matching.library.Library;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The shelf on one day with all that does not depend on who is matched. Immutable, so that many matches share it. */
public final class ShelfOnDay {

    private final Library.Shelf shelf;
    private final LocalDate day;
    private final UUID[] ids;
    private final @Nullable String[] notices;
    private final @Nullable PolicyOnDay[] policies;
    private final Map<UUID, PolicyRule> rules = new HashMap<>();
    private final FirstSteps steps;
    private final Exclusions exclusions;
    private final boolean[] excludes;
    private final boolean[] mayGiveWay;
    private final AmountEstimates estimates;

    public ShelfOnDay(Library.Shelf shelf, LocalDate day) {
        this.shelf = shelf;
        this.day = day;
        RuleBook book = shelf.book();
        ids = new UUID[book.size()];
        notices = new String[book.size()];
        policies = new PolicyOnDay[book.size()];
        Map<String, String> titles = new HashMap<>();
        List<PolicyRule> granting = new ArrayList<>();
        for (int i = 0; i < ids.length; i++) {
            titles.put(book.rule(i).id(), book.rule(i).title());
        }
        for (int i = 0; i < ids.length; i++) {
            ids[i] = shelf.idOf(book.rule(i));
            notices[i] = notice(book.rule(i), titles);
            if (book.rule(i) instanceof PolicyRule policy && !policy.reference()) {
                policies[i] = shown(policy, ids[i], notices[i], day);
                rules.put(ids[i], policy);
                granting.add(policy);
            }
        }
        steps = new FirstSteps(shelf, day);
        exclusions = new Exclusions(granting);
        excludes = new boolean[ids.length];
        mayGiveWay = new boolean[ids.length];
        for (int i = 0; i < ids.length; i++) {
            mayGiveWay[i] = exclusions.concern(book.rule(i).id());
            excludes[i] = !exclusions.of(book.rule(i).id()).isEmpty();
        }
        estimates = new AmountEstimates(book);
    }

    /** Of the library that it is made of. */
    long revision() {
        return shelf.revision();
    }

    /** Whether it still is what is published, on that day. */
    boolean is(Library.Shelf published, LocalDate today) {
        return shelf == published && day.equals(today);
    }

    public RuleBook book() {
        return shelf.book();
    }

    /** Of what the rule at that position is about. */
    public UUID id(int rule) {
        return ids[rule];
    }

    /** The policy at that position where it grants something: what enterprises are held against. */
    @Nullable
    PolicyOnDay policy(int rule) {
        return policies[rule];
    }

    /** The rule by which enterprises are held against a policy. */
    Optional<PolicyRule> policy(UUID id) {
        return Optional.ofNullable(rules.get(id));
    }

    /** What must be known about its dates and edition. */
    public @Nullable String notice(int rule) {
        return notices[rule];
    }

    /** Whether the rule at that position applies no more, for certain. */
    boolean over(int rule) {
        Validity.Status status = shelf.book().rule(rule).statusOn(day);
        return status == Validity.Status.EXPIRED || status == Validity.Status.SUPERSEDED;
    }

    FirstSteps steps() {
        return steps;
    }

    Exclusions exclusions() {
        return exclusions;
    }

    /** Whether the rule at that position may have to give way to another one, or another to it: an exclusion says so, or both lower one rate. */
    boolean mayGiveWay(int rule) {
        return mayGiveWay[rule];
    }

    /** Whether the rule at that position and another one exclude each other. */
    boolean excludes(int rule) {
        return excludes[rule];
    }

    public AmountEstimates estimates() {
        return estimates;
    }

    private static PolicyOnDay shown(PolicyRule policy, UUID id, @Nullable String notice, LocalDate day) {
        return new PolicyOnDay(
                id,
                policy.id(),
                policy.edition(),
                policy.title(),
                policy.docNumber(),
                policy.level(),
                policy.category(),
                policy.benefit(),
                policy.validity().to(),
                policy.validity().beginsAfter(day),
                policy.verified(),
                notice);
    }

    private @Nullable String notice(EligibilityRule rule, Map<String, String> titles) {
        Validity validity = rule.validity();
        String told = validity.note() == null ? "" : validity.note();
        String notice = switch (rule.statusOn(day)) {
            case IN_FORCE -> told;
            case UPCOMING ->
                (rule instanceof ProductRule
                                ? "银行将该产品自" + inWords(validity.from()) + "起匹配，尚未开始。"
                                : "自" + inWords(validity.from()) + "起施行，尚未开始。")
                        + told;
            case END_UNVERIFIED -> "已过有效期，是否延续待核实（记载至" + inWords(validity.to()) + "）。" + told;
            case EXPIRED ->
                rule instanceof ProductRule
                        ? "银行将该产品匹配至" + inWords(validity.to()) + "，现已停止匹配，不再接受新申请。" + told
                        : "已于" + inWords(validity.to()) + "到期。" + told;
            case SUPERSEDED -> "已于" + inWords(validity.to()) + "到期，" + replaced(validity, told, titles);
        };
        return notice.isEmpty() ? null : notice;
    }

    /** By its title: people do not know the codes. A note on it would say the same once more. */
    private static String replaced(Validity validity, String told, Map<String, String> titles) {
        String successor = validity.supersededBy() == null ? null : titles.get(validity.supersededBy());
        return successor == null ? "已有新的政策替代。" + told : "由《" + successor + "》替代。";
    }

    private static String inWords(@Nullable LocalDate date) {
        return date == null ? "未载明日期" : BusinessTime.inWords(date);
    }
}
