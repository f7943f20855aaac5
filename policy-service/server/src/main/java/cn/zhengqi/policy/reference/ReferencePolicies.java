package cn.zhengqi.policy.reference;

import cn.zhengqi.data.Json;
import cn.zhengqi.data.OnceLoader;
import cn.zhengqi.files.ReferenceFiles;
import cn.zhengqi.kernel.Ids;
import cn.zhengqi.matching.api.criteria.EligibilityRule;
import cn.zhengqi.matching.api.criteria.PolicyRule;
import cn.zhengqi.matching.api.facts.FactDefinition;
import cn.zhengqi.matching.api.facts.FactDictionary;
import cn.zhengqi.policy.catalogue.Policy;
import cn.zhengqi.policy.catalogue.PolicyDesk;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Enters the policies of the reference data that are not there yet, and the colloquial words for the search. What is
 * there is left alone: from then on people keep it.
 */
@Component
@Order(1)
class ReferencePolicies implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(ReferencePolicies.class);

    private final PolicyDesk desk;
    private final JdbcClient jdbc;
    private final OnceLoader loader;
    private final Clock clock;

    ReferencePolicies(PolicyDesk desk, JdbcClient jdbc, OnceLoader loader, Clock clock) {
        this.desk = desk;
        this.jdbc = jdbc;
        this.loader = loader;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        load();
    }

    /** Enters what is missing and says how many policies that were. */
    int load() {
        int entered = loader.exclusively("reference", () -> {
            loadAliases();
            return loadPolicies(clock.instant());
        });
        if (entered > 0) {
            LOG.info("Entered {} policies of the reference data", entered);
        }
        return entered;
    }

    private int loadPolicies(Instant at) {
        Map<String, Policy> known = new HashMap<>();
        jdbc.sql("select id, code from policy")
                .query(Policy.class)
                .list()
                .forEach(policy -> known.put(policy.code(), policy));
        List<PolicyRow> rows = ReferenceFiles.lines("policies.jsonl").stream()
                .map(line -> Json.MAPPER.readValue(line, PolicyRow.class))
                .filter(row -> !known.containsKey(row.id()))
                .toList();
        if (rows.isEmpty()) {
            return 0;
        }
        Map<String, PolicyRule> rules = rules();
        Deque<PolicyRow> waiting = new ArrayDeque<>(rows);
        Map<String, PolicyRow> byCode = rows.stream().collect(Collectors.toMap(PolicyRow::id, Function.identity()));
        while (!waiting.isEmpty()) {
            PolicyRow row = waiting.pop();
            if (known.containsKey(row.id())) {
                continue;
            }
            String successor = row.supersededBy();
            if (successor != null && !known.containsKey(successor)) {
                PolicyRow successorRow = byCode.get(successor);
                if (successorRow == null) {
                    throw new IllegalStateException(row.id() + " is superseded by " + successor + ", which is nowhere");
                }
                waiting.push(row);
                waiting.push(successorRow);
                continue;
            }
            Policy policy = new Policy(Ids.next(), row.id());
            desk.enter(
                    policy,
                    row.content(ReferencePolicies::labelOf),
                    successor == null ? null : known.get(successor),
                    rules.get(row.id()),
                    at);
            known.put(policy.code(), policy);
        }
        return rows.size();
    }

    private void loadAliases() {
        for (String line : ReferenceFiles.lines("alias.tsv")) {
            String[] cells = line.split("\t", -1);
            jdbc.sql("insert into search_alias (word, official) values (?, ?) on conflict (word) do nothing")
                    .params(
                            cells[0],
                            Arrays.stream(cells[1].split(" ")).distinct().toArray(String[]::new))
                    .update();
        }
    }

    private static Map<String, PolicyRule> rules() {
        return ReferenceFiles.lines("policy_rules.jsonl").stream()
                .map(line -> Json.MAPPER.readValue(line, EligibilityRule.class))
                .filter(PolicyRule.class::isInstance)
                .map(PolicyRule.class::cast)
                .collect(Collectors.toMap(PolicyRule::id, Function.identity()));
    }

    private static String labelOf(String fact) {
        FactDefinition definition = FactDictionary.standard().find(fact);
        return definition == null ? "申报条件" : definition.label();
    }
}
