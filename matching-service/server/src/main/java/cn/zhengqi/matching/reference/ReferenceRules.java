package cn.zhengqi.matching.reference;

import cn.zhengqi.matching.api.criteria.EligibilityRule;
import cn.zhengqi.matching.api.criteria.PolicyRule;
import cn.zhengqi.matching.api.criteria.ProductRule;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** The rules that ship with the platform: {@code reference/policy_rules.jsonl}. */
public final class ReferenceRules {

    private static final String FILE = "/reference/policy_rules.jsonl";

    private ReferenceRules() {}

    /** Policies and loan products, in the order of the file. */
    public static List<EligibilityRule> all() {
        JsonMapper json = JsonMapper.builder().build();
        try (InputStream in = ReferenceRules.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is not on the class path");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank())
                    .map(line -> json.readValue(line, EligibilityRule.class))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<PolicyRule> policies() {
        return all().stream()
                .filter(PolicyRule.class::isInstance)
                .map(PolicyRule.class::cast)
                .toList();
    }

    public static List<ProductRule> products() {
        return all().stream()
                .filter(ProductRule.class::isInstance)
                .map(ProductRule.class::cast)
                .toList();
    }
}
