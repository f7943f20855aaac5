package cn.zhengqi.gateway.site;

import static org.assertj.core.api.Assertions.assertThat;

import cn.zhengqi.testing.Repository;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.FileSystemResource;

class DistrictTest {

    @Test
    void the_first_district_is_what_its_file_says() throws IOException {
        District.Brand brand = of("banan").brand();
        assertThat(brand.name()).isEqualTo("巴南区企业服务云");
        assertThat(brand.district()).isEqualTo(new District.Brand.Place("500113", "巴南区", "重庆市"));
        assertThat(brand.mascot().name()).isEqualTo("巴巴虎");
        assertThat(brand.publishers()).containsEntry("jjxxw.cq.gov.cn", "重庆市经济和信息化委员会");
        assertThat(brand.links()).hasSize(4);
    }

    @Test
    void another_district_has_its_own_name_logo_colours_hotline_and_no_mascot() throws IOException {
        District.Brand brand = of("example").brand();
        assertThat(brand.name()).isEqualTo("示例区惠企通");
        assertThat(brand.district().name()).isEqualTo("示例区");
        assertThat(brand.logo()).isEqualTo("/district/logo.svg");
        assertThat(Repository.file("deploy/district/example/public/logo.svg")).exists();
        assertThat(brand.colors()).containsEntry("blue", "#0b6b50").containsEntry("blueHover", "#085640");
        assertThat(brand.hotline().number()).isEqualTo("96000");
        assertThat(brand.mascot()).isEqualTo(new District.Mascot("", ""));
        assertThat(brand.motif()).isEqualTo("none");
        assertThat(brand.toString()).doesNotContain("巴南", "重庆", "渝", "巴巴虎");
    }

    @Test
    void without_configuration_the_platform_is_nobodys() {
        District.Brand brand = Binder.get(new StandardEnvironment())
                .bindOrCreate("zhengqi.district", District.class)
                .brand();
        assertThat(brand.name()).isEqualTo("企业服务云");
        assertThat(brand.links()).isEmpty();
    }

    private static District of(String name) throws IOException {
        StandardEnvironment environment = new StandardEnvironment();
        new YamlPropertySourceLoader()
                .load(name, new FileSystemResource(Repository.file("deploy/district/" + name + "/district.yaml")))
                .forEach(environment.getPropertySources()::addFirst);
        return Binder.get(environment).bindOrCreate("zhengqi.district", District.class);
    }
}
