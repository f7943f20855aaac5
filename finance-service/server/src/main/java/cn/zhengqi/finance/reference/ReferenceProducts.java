package cn.zhengqi.finance.reference;

import cn.zhengqi.data.Json;
import cn.zhengqi.data.OnceLoader;
import cn.zhengqi.files.ReferenceFiles;
import cn.zhengqi.finance.product.Bank;
import cn.zhengqi.finance.product.LoanProduct;
import cn.zhengqi.finance.product.ProductDesk;
import cn.zhengqi.matching.api.criteria.EligibilityRule;
import cn.zhengqi.matching.api.criteria.ProductRule;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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
 * Enters the loan products of the reference data that are not there yet. What is there is left alone: from then on
 * people keep it. Three that are certain stand on the home page until someone pins
 * others.
 */
@Component
@Order(1)
class ReferenceProducts implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(ReferenceProducts.class);

    private final ProductDesk desk;
    private final JdbcClient jdbc;
    private final OnceLoader loader;
    private final Clock clock;

    ReferenceProducts(ProductDesk desk, JdbcClient jdbc, OnceLoader loader, Clock clock) {
        this.desk = desk;
        this.jdbc = jdbc;
        this.loader = loader;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        load();
    }

    /** Enters what is missing and says how many products that were. */
    int load() {
        int entered = loader.exclusively("reference", () -> enter(clock.instant()));
        if (entered > 0) {
            LOG.info("Entered {} loan products of the reference data", entered);
        }
        return entered;
    }

    private int enter(Instant at) {
        Set<String> known = new HashSet<>(
                jdbc.sql("select code from loan_product").query(String.class).list());
        List<ProductRow> rows = ReferenceFiles.lines("loan_products.jsonl").stream()
                .map(line -> Json.MAPPER.readValue(line, ProductRow.class))
                .filter(row -> !known.contains(row.id()))
                .sorted(Comparator.comparing(ProductRow::id))
                .toList();
        if (rows.isEmpty()) {
            return 0;
        }
        Map<String, Bank> banks = banks();
        Map<String, ProductRule> rules = rules();
        for (ProductRow row : rows) {
            Bank bank = banks.get(row.bank());
            ProductRule rule = rules.get(row.id());
            if (bank == null || rule == null) {
                throw new IllegalStateException(row.id() + " of " + row.bank() + " has no institution or no rule");
            }
            desk.enter(LoanProduct.publish(row.id(), row.terms(rule), bank, at), bank, at);
        }
        if (known.isEmpty()) {
            desk.showFirst(rows.stream()
                    .filter(row -> row.confidence().equals("high") && row.maxAmountWan() != null)
                    .map(ProductRow::id)
                    .limit(3)
                    .toList());
        }
        return rows.size();
    }

    private static Map<String, ProductRule> rules() {
        return ReferenceFiles.lines("policy_rules.jsonl").stream()
                .map(line -> Json.MAPPER.readValue(line, EligibilityRule.class))
                .filter(ProductRule.class::isInstance)
                .map(ProductRule.class::cast)
                .collect(Collectors.toMap(ProductRule::id, Function.identity()));
    }

    /** Banks by each of the names under which products mention them. */
    private static Map<String, Bank> banks() {
        Map<String, Bank> banks = new HashMap<>();
        ReferenceFiles.institutions().stream()
                .map(line -> Json.MAPPER.readValue(line, Institution.class))
                .filter(institution -> institution.type().equals("BANK"))
                .forEach(institution -> {
                    Bank bank = new Bank(institution.id(), institution.name());
                    institution.aliases().forEach(alias -> banks.put(alias, bank));
                });
        return banks;
    }

    private record Institution(UUID id, String name, String type, List<String> aliases) {}
}
