package cn.zhengqi.matching.check;

import cn.zhengqi.matching.engine.CodeChoices;
import cn.zhengqi.matching.profile.Profile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a self-check asks for.
 *
 * @param enterpriseName whose profile the values are from; absent where the form is empty
 * @param version of that profile, to be sent back when something is saved into it; absent as the name
 * @param choices of the facts that are codes
 */
public record SelfCheckForm(
        SelfCheckKind kind,
        String title,
        @Nullable String enterpriseName,
        @Nullable Long version,
        List<AskedStep> steps,
        List<FactChoices> choices) {

    public record AskedStep(String name, List<Profile.Fact> facts) {}

    public record FactChoices(String fact, List<CodeChoices.CodeChoice> choices) {}
}
