package cn.zhengqi.message.template;

import cn.zhengqi.kernel.Mask;
import cn.zhengqi.message.api.MessageKind;
import cn.zhengqi.message.ways.Terms;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One thing that people are told of, with what its words may say and the words that the platform ships.
 *
 * @param <F> the fact that it tells of
 */
public final class NoticeKind<F> {

    private final String code;
    private final NoticeGroup group;
    private final String name;
    private final String receivers;
    private final @Nullable Mandatory mandatory;
    private final boolean toDesks;
    private final boolean often;
    private final @Nullable Function<? super F, UUID> institution;
    private final List<Variable<? super F>> variables;
    private final Words shipped;

    private NoticeKind(Draft<F> draft, Words shipped) {
        this.code = draft.code;
        this.group = draft.group;
        this.name = draft.name;
        this.receivers = draft.receivers;
        this.mandatory = draft.mandatory;
        this.toDesks = draft.toDesks;
        this.often = draft.often;
        this.institution = draft.institution;
        this.variables = List.copyOf(draft.variables);
        this.shipped = shipped;
    }

    /**
     * @param code stable: what operators changed is kept under it
     * @param name what happened
     * @param receivers who is told
     */
    public static <F> Draft<F> of(NoticeGroup group, String code, String name, String receivers) {
        return new Draft<>(group, code, name, receivers);
    }

    /** Words as the platform ships them; by which ways besides the inbox its settings say. */
    record Words(String title, String body, @Nullable String link) {}

    /** While it is put together. */
    public static final class Draft<F> {

        private final NoticeGroup group;
        private final String code;
        private final String name;
        private final String receivers;
        private final List<Variable<? super F>> variables = new ArrayList<>();
        private @Nullable Mandatory mandatory;
        private boolean toDesks;
        private boolean often;
        private @Nullable Function<? super F, UUID> institution;

        private Draft(NoticeGroup group, String code, String name, String receivers) {
            this.group = group;
            this.code = code;
            this.name = name;
            this.receivers = receivers;
        }

        /** @param because why nobody may switch it off */
        public Draft<F> mandatory(Mandatory because) {
            this.mandatory = because;
            return this;
        }

        /** To those who work on a case, not to those whose it is. */
        public Draft<F> toDesks() {
            this.toDesks = true;
            return this;
        }

        /** Told in one message a day. */
        public Draft<F> often() {
            this.often = true;
            return this;
        }

        /** With which institution the case is: roles of it can be told too. */
        public Draft<F> heldBy(Function<? super F, UUID> holder) {
            this.institution = holder;
            return this;
        }

        public Draft<F> knows(List<? extends Variable<? super F>> known) {
            variables.addAll(known);
            return this;
        }

        public Draft<F> knows(Variable<? super F> known) {
            variables.add(known);
            return this;
        }

        public NoticeKind<F> says(String title, String body, @Nullable String link) {
            return new NoticeKind<>(this, new Words(title, body, link));
        }
    }

    public String code() {
        return code;
    }

    /** Under which changes of it are on record. */
    UUID id() {
        return UUID.nameUUIDFromBytes(code.getBytes(StandardCharsets.UTF_8));
    }

    NoticeGroup group() {
        return group;
    }

    MessageKind messageKind() {
        return group.kind();
    }

    String name() {
        return name;
    }

    String receivers() {
        return receivers;
    }

    @Nullable
    String mandatory() {
        return mandatory == null ? null : mandatory.because();
    }

    boolean isOften() {
        return often;
    }

    /** What concerns an account, or what somebody took out, is theirs alone. */
    boolean allowsOthers() {
        return group != NoticeGroup.ACCOUNT && group != NoticeGroup.EXPORT && !often;
    }

    boolean hasInstitution() {
        return institution != null;
    }

    @Nullable
    UUID institution(F fact) {
        return institution == null ? null : institution.apply(fact);
    }

    boolean isToDesks() {
        return toDesks;
    }

    /** What its receivers may decide of it. What has to be known to them, or done by them, is no news for a digest. */
    public Terms terms() {
        return new Terms(
                code,
                mandatory != null && mandatory.fixed(),
                mandatory != null && mandatory.urgent(),
                mandatory == null);
    }

    List<Variable<? super F>> variables() {
        return variables;
    }

    Optional<Variable<?>> variable(String called) {
        return variables.stream()
                .filter(it -> it.name().equals(called))
                .<Variable<?>>map(it -> it)
                .findFirst();
    }

    Words shipped() {
        return shipped;
    }

    Map<String, String> values(F fact) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Variable<? super F> variable : variables) {
            String value = variable.value().apply(fact);
            if (value != null && !value.isEmpty()) {
                values.put(variable.name(), value);
            }
        }
        return values;
    }

    /** As those see them whose case it is not: ids, which lead nobody further than they may go, as they are. */
    Map<String, String> covered(Map<String, String> values) {
        Map<String, String> covered = new LinkedHashMap<>(values);
        variables.forEach(it -> {
            Mask mask = it.cover();
            if (mask != null) {
                covered.computeIfPresent(it.name(), (name, value) -> mask.apply(value));
            }
        });
        return covered;
    }

    Map<String, String> examples() {
        Map<String, String> values = new LinkedHashMap<>();
        variables.forEach(it -> values.put(it.name(), it.example()));
        return values;
    }
}
