package cn.zhengqi.policy.declaration;

import cn.zhengqi.matching.api.facts.FactKind;
import cn.zhengqi.matching.api.facts.FactSource;
import cn.zhengqi.matching.api.match.InternalStandings;
import cn.zhengqi.policy.project.Audience;
import cn.zhengqi.policy.project.DeclarationProject;
import cn.zhengqi.policy.project.FieldType;
import cn.zhengqi.policy.project.FormDesign;
import cn.zhengqi.policy.project.FormDesign.Field;
import cn.zhengqi.policy.standing.PolicyStandings;
import cn.zhengqi.user.api.EnterpriseRecord;
import cn.zhengqi.user.api.InternalEnterprises;
import cn.zhengqi.web.CurrentUser;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What other services know of an enterprise. Where one does not answer, a declaration goes on without: it is filled in by hand, and judged by people. */
@Component
class AskedOthers {

    private final PolicyStandings standings;
    private final InternalEnterprises register;

    AskedOthers(PolicyStandings standings, InternalEnterprises register) {
        this.standings = standings;
        this.register = register;
    }

    /** By the policy's conditions, and by those of the project where it has some. */
    Checked checked(UUID enterprise, DeclarationProject project) {
        Audience audience = project.audience();
        return new Checked(
                standings.stood(
                        enterprise, project.policyId(), project.id(), audience == null ? null : audience.criteria()),
                audience);
    }

    /** The enterprise as the register has it. @throws ProblemException SERVICE_UNAVAILABLE while nobody can say */
    Applicant applicant(CurrentUser user) {
        EnterpriseRecord entry = register.enterprise(user.requireEnterprise());
        return new Applicant(Actor.of(user), entry.id(), entry.name(), entry.townCode(), entry.demo());
    }

    /** Answers that the profile has, with whence each is. */
    record Known(Answers answers, Prefilled origins) {

        static final Known NOTHING = new Known(Answers.NONE, Prefilled.NONE);
    }

    Known known(UUID enterprise, FormDesign form) {
        if (form.fields().noneMatch(field -> field.fact() != null)) {
            return Known.NOTHING;
        }
        InternalStandings.Facts told = standings.facts(enterprise);
        return told == null
                ? Known.NOTHING
                : known(
                        form,
                        told.facts().stream()
                                .collect(Collectors.toMap(
                                        InternalStandings.Fact::name, Function.identity(), (one, two) -> one)));
    }

    static Known known(FormDesign form, Map<String, InternalStandings.Fact> facts) {
        Map<String, Object> answers = new LinkedHashMap<>();
        Map<String, Prefilled.Origin> origins = new LinkedHashMap<>();
        form.fields()
                .filter(field -> field.fact() != null && field.shownWhen() == null)
                .forEach(field -> {
                    InternalStandings.Fact fact = ownOrPublic(facts.get(field.fact()));
                    Object value = fact == null ? null : fitting(field, fact);
                    if (fact != null && value != null) {
                        answers.put(field.key(), value);
                        origins.put(field.key(), new Prefilled.Origin(value, fact.label(), fact.source(), fact.asOf()));
                    }
                });
        return new Known(new Answers(answers), new Prefilled(origins));
    }

    /** Null for tax data: it was authorized for matching alone, and a draft would keep it for longer than any authorization lasts. The enterprise fills it in itself. */
    private static InternalStandings.@Nullable Fact ownOrPublic(InternalStandings.@Nullable Fact fact) {
        return fact == null || fact.source() == FactSource.TAX ? null : fact;
    }

    /** Null for what does not fit into the field: nothing is taken over that the form would refuse. */
    private static @Nullable Object fitting(Field field, InternalStandings.Fact fact) {
        Object value = fact.kind() == FactKind.YEARS && fact.value() instanceof List<?> years && !years.isEmpty()
                ? years.getFirst()
                : fact.value();
        if (!field.takes(fact.unit())) {
            return null;
        }
        return switch (field.type()) {
            case TEXT -> {
                String text = Objects.requireNonNullElse(fact.valueName(), String.valueOf(value));
                yield value instanceof List<?> || text.isBlank() || text.length() > longest(field) ? null : text;
            }
            case NUMBER -> value instanceof Number number ? within(field, new BigDecimal(number.toString())) : null;
            case MONEY ->
                value instanceof Number number
                        ? within(field, yuan(new BigDecimal(number.toString()), field, fact))
                        : null;
            case DATE -> value instanceof String day && day.matches("\\d{4}-\\d{2}-\\d{2}") ? day : null;
            case CHOICE -> value instanceof String text && has(field, text) ? text : null;
            case MULTI_CHOICE -> {
                List<?> some = value instanceof List<?> list
                        ? list.stream().filter(it -> has(field, it)).toList()
                        : List.of();
                yield some.isEmpty() ? null : some;
            }
            case YES_NO -> value instanceof Boolean ? value : null;
            case FILE, TABLE -> null;
        };
    }

    /** Facts are in 万元 where a field asks for 元. */
    private static BigDecimal yuan(BigDecimal amount, Field field, InternalStandings.Fact fact) {
        boolean wan = "万元".equals(fact.unit()) && !"万元".equals(field.unit());
        return (wan ? amount.movePointRight(4) : amount).setScale(2, RoundingMode.HALF_UP);
    }

    private static @Nullable BigDecimal within(Field field, BigDecimal number) {
        boolean fits = (field.min() == null || number.compareTo(field.min()) >= 0)
                && (field.max() == null || number.compareTo(field.max()) <= 0)
                && (field.type() != FieldType.MONEY || number.signum() >= 0);
        return fits ? number : null;
    }

    private static boolean has(Field field, Object option) {
        return field.options() != null && field.options().contains(option);
    }

    private static int longest(Field field) {
        return field.maxLength() == null ? 200 : field.maxLength();
    }
}
