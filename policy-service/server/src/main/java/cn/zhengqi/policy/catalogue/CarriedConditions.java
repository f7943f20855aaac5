package cn.zhengqi.policy.catalogue;

import cn.zhengqi.matching.api.criteria.AllOf;
import cn.zhengqi.matching.api.criteria.AnyOf;
import cn.zhengqi.matching.api.criteria.AtLeast;
import cn.zhengqi.matching.api.criteria.Clause;
import cn.zhengqi.matching.api.criteria.Criterion;
import cn.zhengqi.matching.api.criteria.CriterionView;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind one sentence of a document: 沿用专精特新中小企业的条件 is one condition to read, and seven by which an enterprise is matched. Without them the page of the policy and its match
 * would tell of two different lists.
 *
 * @param clause the sentence, as it stands among the conditions
 * @param count by how many conditions it is matched; a choice is one
 * @param from the policy whose conditions they are, where they are another one's
 */
public record CarriedConditions(
        String clause,
        int count,
        List<CriterionView> criteria,
        @Nullable PolicyRef from) {

    /** Labels name the other policy by its code: 沿用专精特新中小企业（N04）的条件. */
    private static final Pattern CARRIED = Pattern.compile("沿用.*?([A-Z][A-Z0-9-]*\\d)");

    /** Under what a choice stands that has no name of its own. */
    private static final String ONE_OF = "满足其一即可";

    /** @param policies finds by code those that can be read */
    static List<CarriedConditions> of(
            Criterion criteria, Function<Collection<String>, Map<String, PolicyRef>> policies) {
        List<AllOf> told = new ArrayList<>();
        collect(criteria, told);
        Map<String, PolicyRef> others =
                policies.apply(told.stream().flatMap(one -> code(one).stream()).toList());
        return told.stream()
                .flatMap(one -> views(one.criteria())
                        .map(views -> new CarriedConditions(
                                Objects.requireNonNull(one.clause()).text(),
                                count(one),
                                views,
                                code(one).map(others::get).orElse(null)))
                        .stream())
                .toList();
    }

    private static void collect(Criterion criterion, List<AllOf> into) {
        if (criterion instanceof AllOf all && all.clause() != null) {
            into.add(all);
        } else if (criterion.clause() == null) {
            partsOf(criterion).forEach(part -> collect(part, into));
        }
    }

    private static List<Criterion> partsOf(Criterion criterion) {
        return switch (criterion) {
            case AllOf all -> all.criteria();
            case AnyOf any -> any.criteria();
            case AtLeast some -> some.criteria();
            default -> List.of();
        };
    }

    private static Optional<String> code(AllOf told) {
        Matcher named = CARRIED.matcher(Objects.requireNonNullElse(told.label(), ""));
        return named.find() ? Optional.of(named.group(1)) : Optional.empty();
    }

    private static int count(Criterion criterion) {
        return criterion instanceof AllOf all
                ? all.criteria().stream().mapToInt(CarriedConditions::count).sum()
                : 1;
    }

    /** Empty where one of them has no words of a document: the engine alone has words for it, and a list with a hole says something that is not so. */
    private static Optional<List<CriterionView>> views(List<Criterion> parts) {
        List<CriterionView> views = new ArrayList<>();
        for (Criterion part : parts) {
            Optional<List<CriterionView>> told = viewsOf(part);
            if (told.isEmpty()) {
                return Optional.empty();
            }
            views.addAll(told.get());
        }
        return Optional.of(List.copyOf(views));
    }

    private static Optional<List<CriterionView>> viewsOf(Criterion part) {
        Clause clause = part.clause();
        if (clause != null && !(part instanceof AllOf)) {
            return Optional.of(List.of(view(part, clause, null)));
        }
        return switch (part) {
            case AllOf all -> views(all.criteria());
            case AnyOf any -> grouped(headed(any.label(), ONE_OF), any.criteria());
            case AtLeast some -> grouped(headed(some.label(), "至少满足 " + some.count() + " 项"), some.criteria());
            default -> Optional.empty();
        };
    }

    private static Optional<List<CriterionView>> grouped(String group, List<Criterion> parts) {
        return parts.stream().allMatch(part -> part.clause() != null)
                ? Optional.of(parts.stream()
                        .map(part -> view(part, Objects.requireNonNull(part.clause()), group))
                        .toList())
                : Optional.empty();
    }

    private static CriterionView view(Criterion part, Clause clause, @Nullable String group) {
        return new CriterionView(
                Objects.requireNonNullElse(part.label(), clause.text()), clause.text(), clause.certain(), group);
    }

    private static String headed(@Nullable String label, String asked) {
        return label == null ? asked : label + "：" + asked;
    }
}
