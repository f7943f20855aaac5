package cn.zhengqi.bench;

import cn.zhengqi.kernel.Mask;
import cn.zhengqi.kernel.Page;
import cn.zhengqi.kernel.PageRequest;
import cn.zhengqi.web.Sensitive;
import cn.zhengqi.web.field.FieldRulesModule;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * What field rules cost a list: 100 rows of 20 fields as JSON, four of the fields sensitive (one plain by permission, one plain by role, two covered), against
 * the same rows without a rule. {@code --quick} takes about half a minute.
 */
@State(Scope.Thread)
public class FieldsBench {

    private static final int ROWS = 100;
    private static final double MOST_PERCENT = 5;

    private static final String NAME = "bench.row.name";
    private static final String REP = "bench.row.rep";
    private static final String PHONE = "bench.row.phone";
    private static final String ADDRESS = "bench.row.address";

    private final JsonMapper json =
            JsonMapper.builder().addModule(new FieldRulesModule()).build();

    private final Page<Free> free = page(i -> new Free(
            UUID.randomUUID(),
            "RZ2026" + i,
            "重庆示例机械有限公司" + i,
            "陈志远",
            "13812345678",
            "重庆市巴南区界石镇石桂大道18号",
            true,
            i,
            12,
            "采购原材料，补充流动资金",
            "FIRST",
            "WECHAT",
            "SUBMITTED",
            LocalDate.EPOCH,
            BigDecimal.TEN,
            BigDecimal.ONE,
            24,
            LocalDate.EPOCH,
            "界石镇",
            "机械零部件加工"));

    private final Page<Ruled> ruled = page(i -> new Ruled(
            UUID.randomUUID(),
            "RZ2026" + i,
            "重庆示例机械有限公司" + i,
            "陈志远",
            "13812345678",
            "重庆市巴南区界石镇石桂大道18号",
            true,
            i,
            12,
            "采购原材料，补充流动资金",
            "FIRST",
            "WECHAT",
            "SUBMITTED",
            LocalDate.EPOCH,
            BigDecimal.TEN,
            BigDecimal.ONE,
            24,
            LocalDate.EPOCH,
            "界石镇",
            "机械零部件加工"));

    /** A row without a rule. */
    public record Free(
            UUID id,
            String number,
            String enterpriseName,
            String legalRep,
            String phone,
            String address,
            boolean demo,
            int version,
            int termMonths,
            String purpose,
            String kind,
            String channel,
            String status,
            LocalDate submittedOn,
            BigDecimal amount,
            BigDecimal rate,
            int grantedMonths,
            LocalDate validUntil,
            String townName,
            String industryName) {}

    /** The same with rules. */
    public record Ruled(
            UUID id,
            String number,

            @Sensitive(mask = Mask.ENTERPRISE_NAME, field = NAME, plainFor = "bench.read")
            String enterpriseName,

            @Sensitive(mask = Mask.NAME, field = REP) String legalRep,

            @Sensitive(mask = Mask.PHONE, field = PHONE, plainFor = "bench.read")
            String phone,

            @Sensitive(mask = Mask.ADDRESS, field = ADDRESS) String address,
            boolean demo,
            int version,
            int termMonths,
            String purpose,
            String kind,
            String channel,
            String status,
            LocalDate submittedOn,
            BigDecimal amount,
            BigDecimal rate,
            int grantedMonths,
            LocalDate validUntil,
            String townName,
            String industryName) {}

    /** Somebody with as many permissions as an operator, of whose fields two are ruled by role. */
    @Setup
    public void signIn() {
        Jwt token = Jwt.withTokenValue("bench")
                .header("alg", "none")
                .subject(UUID.randomUUID().toString())
                .claim("name", "测试运营")
                .claim("user_type", "OPERATOR")
                .claim("roles", List.of("OPERATOR", "STAFF"))
                .claim(
                        "perms",
                        IntStream.range(0, 15)
                                .mapToObj(i -> i == 7 ? "bench.read" : "bench.other-" + i)
                                .toList())
                .claim("fields", List.of(REP + "=PLAIN", PHONE + "=MASKED"))
                .build();
        SecurityContextHolder.getContext().setAuthentication(new JwtAuthenticationToken(token));
    }

    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    public byte[] without() {
        return json.writeValueAsBytes(free);
    }

    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    public byte[] with() {
        return json.writeValueAsBytes(ruled);
    }

    /** Exit status 1 when the bar is missed. */
    public static void main(String[] args) throws RunnerException {
        boolean quick = List.of(args).contains("--quick");
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(FieldsBench.class.getName() + "\\.")
                .forks(quick ? 1 : 5)
                .warmupIterations(quick ? 2 : 5)
                .warmupTime(TimeValue.seconds(2))
                .measurementIterations(quick ? 3 : 8)
                .measurementTime(TimeValue.seconds(2))
                .threads(1)
                .shouldFailOnError(true)
                .jvmArgs(ProductionJvm.OPTIONS, "-Xms512m", "-Xmx512m");
        Collection<RunResult> results = new Runner(options.build()).run();
        double with = score(results, "with");
        double without = score(results, "without");
        double percent = 100 * (with - without) / without;
        System.out.printf(
                Locale.ROOT,
                """

                %d rows × 20 fields as JSON, 4 of them sensitive
                without rules   %.1f µs
                with rules      %.1f µs   %+.1f %%   (bar ≤ %.0f %%)
                load average %.1f on %d cores
                """,
                ROWS,
                without,
                with,
                percent,
                MOST_PERCENT,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.getRuntime().availableProcessors());
        System.exit(percent <= MOST_PERCENT ? 0 : 1);
    }

    private static double score(Collection<RunResult> results, String label) {
        return results.stream()
                .filter(result -> result.getPrimaryResult().getLabel().equals(label))
                .findFirst()
                .orElseThrow()
                .getPrimaryResult()
                .getScore();
    }

    private static <T> Page<T> page(IntFunction<T> row) {
        return Page.of(IntStream.range(0, ROWS).mapToObj(row).toList(), ROWS, new PageRequest(1, ROWS));
    }
}
