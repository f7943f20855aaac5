package cn.zhengqi.testing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.swagger.v3.core.converter.ModelConverters;
import org.junit.jupiter.api.Test;

class OpenApiNamesakesTest {

    private final OpenApiDescription.RequiredComponents components = new OpenApiDescription.RequiredComponents();
    private final ModelConverters converters = new ModelConverters();

    OpenApiNamesakesTest() {
        converters.addConverter(components);
    }

    @Test
    void two_types_of_one_name_are_refused_though_whoever_renders_them_goes_on() {
        converters.readAllAsResolvedSchema(Here.Twin.class);
        assertThatCode(components::refuseNamesakes).doesNotThrowAnyException();

        converters.readAllAsResolvedSchema(There.Twin.class);

        assertThatIllegalStateException()
                .isThrownBy(components::refuseNamesakes)
                .withMessageContaining(Here.Twin.class.getName())
                .withMessageContaining(There.Twin.class.getName());
    }

    @Test
    void two_that_read_alike_may_have_one_name() {
        converters.readAllAsResolvedSchema(Here.Twin.class);
        converters.readAllAsResolvedSchema(Alike.Twin.class);

        assertThatCode(components::refuseNamesakes).doesNotThrowAnyException();
    }

    private static final class Alike {
        record Twin(String name) {}
    }

    private static final class Here {
        record Twin(String name) {}
    }

    private static final class There {
        record Twin(String content) {}
    }
}
