package cn.zhengqi.paper;

import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.resilience4j.bulkhead.Bulkhead;
import org.junit.jupiter.api.Test;

class FirstPaperTest {

    @Test
    void it_is_a_paper_like_any_other() {
        var pdf =
                new PaperPdf(Bulkhead.ofDefaults("papers"), new Letterhead("https://zhengqi.example.cn", "示例区政企服务平台"));
        assertThatCode(new FirstPaper(pdf)::make).doesNotThrowAnyException();
    }
}
