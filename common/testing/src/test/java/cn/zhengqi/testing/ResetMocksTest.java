package cn.zhengqi.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;

import java.util.function.Supplier;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.bean.override.BeanOverrideTestExecutionListener;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.test.context.support.DependencyInjectionTestExecutionListener;

@SpringJUnitConfig(ResetMocksTest.Nothing.class)
@TestExecutionListeners({
    BeanOverrideTestExecutionListener.class,
    DependencyInjectionTestExecutionListener.class,
    ResetMocks.class
})
class ResetMocksTest {

    @Configuration(proxyBeanMethods = false)
    static class Nothing {}

    @MockitoBean
    Supplier<String> mock;

    @RepeatedTest(2)
    void what_one_test_told_a_mock_the_next_does_not_hear() {
        assertThat(mock.get()).isNull();

        when(mock.get()).thenReturn("told");

        assertThat(mock.get()).isEqualTo("told");
    }
}
