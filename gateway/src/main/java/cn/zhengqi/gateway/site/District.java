package cn.zhengqi.gateway.site;

import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose platform it is, as {@code deploy/district/NAME/district.yaml} says and Nacos publishes: what the web shows of it.
 *
 * @param platform name of the platform
 * @param logo address of a picture; empty: the drawn mark
 * @param motif {@code terraces} or {@code none}
 * @param mascot without a name there is none
 * @param colors by the name of the token
 * @param publishers of pages about policies, by the host of their address
 */
record District(
        @DefaultValue("") String code,
        @DefaultValue("") String name,
        @DefaultValue("") String city,
        @DefaultValue("企业服务云") String platform,
        @DefaultValue("企业服务云") String shortName,
        @DefaultValue("") String slogan,
        @DefaultValue Hotline hotline,
        @DefaultValue("") String logo,
        @DefaultValue("none") String motif,
        @DefaultValue Mascot mascot,
        @DefaultValue Map<String, String> colors,
        @DefaultValue List<Link> links,
        @DefaultValue Map<String, String> publishers,
        @DefaultValue Footer footer,
        @DefaultValue("") String demoNotice) {

    record Hotline(
            @DefaultValue("") String label,
            @DefaultValue("") String number) {}

    record Mascot(
            @DefaultValue("") String name, @DefaultValue("") String image) {}

    record Link(String title, String url, @DefaultValue("") String intro) {}

    record Footer(
            @DefaultValue("") String organizer,
            @DefaultValue("") String undertaker,
            @DefaultValue("") String contact,
            @DefaultValue("") String siteCode,
            @DefaultValue("") String icp,
            @DefaultValue("") String police) {}

    /** {@code brand.json}, as the web reads it. */
    Brand brand() {
        return new Brand(
                platform,
                shortName,
                slogan,
                new Brand.Place(code, name, city),
                hotline,
                logo,
                motif,
                mascot,
                colors,
                links,
                publishers,
                footer,
                new Brand.Demo(demoNotice));
    }

    record Brand(
            String name,
            String shortName,
            String slogan,
            Place district,
            Hotline hotline,
            String logo,
            String motif,
            Mascot mascot,
            Map<String, String> colors,
            List<Link> links,
            Map<String, String> publishers,
            Footer footer,
            Demo demo) {

        record Place(String code, String name, String city) {}

        record Demo(String notice) {}
    }
}
