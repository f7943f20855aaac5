package cn.zhengqi.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FiguresTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    private final Terminal terminal = new Terminal(out, out);

    @Test
    void figures_are_printed_and_one_that_differs_is_enough() {
        assertThat(print("{\"figure\":\"订单金额\",\"here\":12.50,\"source\":12.50,\"difference\":0.00}"))
                .isTrue();
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("订单金额", "12.50", "no difference");
        assertThat(print("""
                {"figure":"a","here":1,"source":1,"difference":0},{"figure":"b","here":1,"source":3,"difference":-2}""")).isFalse();
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("-2", "there are differences");
    }

    @Test
    void what_the_gateway_adds_is_the_quantile_of_the_differences_of_pairs() {
        long[] straight = {1_000_000, 9_000_000, 2_000_000, 3_000_000};
        long[] through = {2_000_000, 10_000_000, 4_000_000, 4_000_000};
        var added = GatewayBench.differences(straight, through);
        assertThat(added).containsExactly(1_000_000, 1_000_000, 2_000_000, 1_000_000);
        assertThat(GatewayBench.quantile(added, 0.5)).isEqualTo(1.0);
        assertThat(GatewayBench.quantile(added, 0.99)).isEqualTo(2.0);
    }

    private boolean print(String rows) {
        return Figures.print(PlatformClient.JSON.readTree("{\"rows\":[" + rows + "]}"), terminal);
    }
}
