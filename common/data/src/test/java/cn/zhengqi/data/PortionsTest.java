package cn.zhengqi.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.ibatis.session.ResultContext;
import org.apache.ibatis.session.ResultHandler;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortionsTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 499, 500, 501, 1200})
    void every_row_comes_once_and_in_its_order_and_some_hundreds_are_looked_up_at_once(int rows) {
        List<Integer> looked = new ArrayList<>();
        List<String> seen = new ArrayList<>();

        Portions.<Integer, String>seenBy(portion -> {
                    looked.add(portion.size());
                    return portion.stream().map(String::valueOf).toList();
                })
                .each(handler -> IntStream.range(0, rows).forEach(it -> handle(handler, it)), seen::add);

        assertThat(seen)
                .containsExactlyElementsOf(
                        IntStream.range(0, rows).mapToObj(String::valueOf).toList());
        assertThat(looked).allMatch(size -> size <= 500).hasSize(rows / 500 + 1);
    }

    private static void handle(ResultHandler<? super Integer> handler, int row) {
        handler.handleResult(new Row(row));
    }

    private record Row(Integer value) implements ResultContext<Integer> {

        @Override
        public Integer getResultObject() {
            return value;
        }

        @Override
        public int getResultCount() {
            return 1;
        }

        @Override
        public boolean isStopped() {
            return false;
        }

        @Override
        public void stop() {
            throw new UnsupportedOperationException();
        }
    }
}
