import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Writes the demo data of the first district: {@code java GenerateDemo.java}, run in this folder. With the folder of another district's
 * data, as {@code java GenerateDemo.java ../district/example/data}, the same people and enterprises live there: what its
 * {@code demo/words.tsv} says takes the place of the names of the first. The same seed gives the same files. All names,
 * people and figures are made up; codes lie in a range (organisation codes MAX…) that no authority has given out.
 * Times are as of {@link #ANCHOR}; {@code DemoFiles} moves them so that the last day of the demo is the day it is loaded.
 */
public class GenerateDemo {

    static final LocalDate ANCHOR = LocalDate.of(2026, 11, 25);
    static final int ENTERPRISES = 300;
    static final int WITH_CODE = 140;
    /** Of the last who hold a code: the simulator of text messages fails for these (SimulatedPhone of message-service). */
    static final String[] UNRELIABLE_PHONES = {
        "19900009006", "19900009001", "19900009002", "19900009003", "19900009004", "19900009005"
    };
    static final int WITHOUT_ENTERPRISE = 16;
    static final int OPEN_CLAIMS = 12;
    static final ZoneOffset CHINA = ZoneOffset.ofHours(8);
    static final Path REFERENCE = Path.of("src/main/resources/reference");
    static final Path FIRST_DISTRICT = Path.of("../district/banan/data");
    static final String FIRST_CODE = "500113";

    final Path out;
    /** What is written in another district in place of words of the first, longer ones before their parts. */
    final Map<String, String> words = new LinkedHashMap<>();

    final Random random = new Random(500113);
    final Set<String> names = new HashSet<>();
    final Set<String> codes = new HashSet<>();
    final Map<String, String> industryNames = new HashMap<>();
    int phone = 1;

    /** How the enterprises of one trade look: perHead = revenue in 万元 a head. */
    record Trade(
            String code, int weight, String words, double perHead, double margin, double tech, double sole, String tag, String place) {}

    static final String INDUSTRY_PARK = "500113103*8,500113003*2,500113004*2,500113006*2,500113009*2,500113010*2,500113109*3,500113005";
    static final String LOGISTICS = "500113009*8,500113103*3,500113109,500113004";
    static final String CITY = "500113003*6,500113004*7,500113006*6,500113005*4,500113007*2,500113103";
    static final String RURAL = "500113107*2,500113108*2,500113110*2,500113111*2,500113112,500113113*3,500113115,500113116,500113117*3,500113118*2,500113119*2,500113008*2,500113114,500113109*2";
    static final String SPA = "500113114*3,500113007*3,500113113,500113112*2,500113108,500113003*2,500113004*2";

    static final List<Trade> TRADES = List.of(
            new Trade("C3484", 7, "精密机械,机械配件,机电", 52, .08, .5, 0, null, INDUSTRY_PARK),
            new Trade("C3670", 12, "汽车零部件,汽配制造,车桥,汽车部件", 62, .07, .45, 0, null, INDUSTRY_PARK),
            new Trade("C3752", 7, "摩托车配件,动力部件,摩配", 45, .06, .3, 0, null, INDUSTRY_PARK),
            new Trade("C3525", 4, "模具,精密模具", 42, .09, .5, 0, null, INDUSTRY_PARK),
            new Trade("C2929", 4, "塑胶制品,塑业", 40, .06, .2, 0, null, INDUSTRY_PARK),
            new Trade("C3311", 3, "钢结构,金属结构", 55, .05, .15, 0, null, INDUSTRY_PARK),
            new Trade("C3392", 3, "铝业铸造,压铸", 58, .06, .3, 0, null, INDUSTRY_PARK),
            new Trade("C3421", 2, "数控机床,机床", 60, .08, .7, 0, "工业母机", INDUSTRY_PARK),
            new Trade("C3491", 2, "智能装备,机器人", 58, .07, .9, 0, null, INDUSTRY_PARK),
            new Trade("C3444", 2, "液压,液压元件", 48, .08, .5, 0, null, INDUSTRY_PARK),
            new Trade("C3823", 3, "电气设备,输配电设备", 65, .08, .5, 0, null, INDUSTRY_PARK),
            new Trade("C3841", 2, "新能源电池,储能科技", 80, .06, .8, 0, "绿色", INDUSTRY_PARK),
            new Trade("C3973", 2, "半导体,微电子", 70, .09, .95, 0, "集成电路", INDUSTRY_PARK),
            new Trade("C3976", 3, "光电,光电科技", 60, .08, .8, 0, null, INDUSTRY_PARK),
            new Trade("C3912", 4, "电子,电子部件", 58, .06, .4, 0, null, INDUSTRY_PARK),
            new Trade("C4011", 3, "自动化,自控技术", 55, .1, .85, 0, "数字", INDUSTRY_PARK),
            new Trade("C2761", 4, "生物制药,生物科技", 70, .12, .9, 0, "健康", "500113109*8,500113003"),
            new Trade("C2770", 2, "卫生用品,医用材料", 45, .09, .4, 0, "健康", "500113109*4,500113103"),
            new Trade("C3584", 3, "医疗器械,医疗科技", 55, .12, .8, 0, "健康", "500113109*5,500113103"),
            new Trade("C1353", 3, "食品,肉制品", 48, .06, .1, 0, null, INDUSTRY_PARK),
            new Trade("C1371", 3, "食品加工,农产品加工", 38, .06, .1, 0, null, RURAL),
            new Trade("C1469", 4, "调味品,火锅底料,食品", 50, .09, .2, 0, null, INDUSTRY_PARK),
            new Trade("C1411", 2, "烘焙食品,糕点食品", 32, .08, .05, .1, null, CITY),
            new Trade("C1530", 3, "茶业,茶叶", 26, .09, .1, 0, null, "500113113*5,500113117,500113119"),
            new Trade("C2231", 2, "包装,纸制品", 45, .05, .1, 0, null, INDUSTRY_PARK),
            new Trade("C2319", 2, "印务,包装印刷", 40, .06, .15, 0, null, INDUSTRY_PARK),
            new Trade("C2110", 2, "家具,木业", 35, .06, .05, .1, null, INDUSTRY_PARK),
            new Trade("C3021", 2, "建材,混凝土制品", 75, .05, .1, 0, null, INDUSTRY_PARK),
            new Trade("C2641", 2, "新材料,涂料", 60, .08, .5, 0, "绿色", INDUSTRY_PARK),
            new Trade("C3360", 2, "表面处理,热处理", 38, .07, .2, 0, null, INDUSTRY_PARK),
            new Trade("G5431", 12, "物流,运输,货运", 60, .04, .05, .15, null, LOGISTICS),
            new Trade("G5821", 7, "国际货运代理,供应链,物流", 90, .04, .1, 0, null, LOGISTICS),
            new Trade("G5990", 4, "仓储,仓储物流", 55, .06, .1, 0, null, LOGISTICS),
            new Trade("G5930", 3, "冷链物流,冷链", 60, .06, .2, 0, null, LOGISTICS),
            new Trade("G6020", 2, "速递,快运", 22, .04, 0, .1, null, LOGISTICS),
            new Trade("G5910", 2, "装卸服务,搬运服务", 18, .05, 0, .3, null, LOGISTICS),
            new Trade("I6513", 11, "软件,信息技术,软件科技", 42, .1, .9, 0, "数字", CITY),
            new Trade("I6531", 6, "信息系统,数字科技,智慧科技", 55, .08, .8, 0, "数字", CITY),
            new Trade("I6550", 3, "数据科技,云计算", 48, .08, .8, 0, "数字", "500113103*5,500113003*2"),
            new Trade("I6434", 2, "网络科技,互联网科技", 40, .05, .6, 0, "数字", CITY),
            new Trade("I6572", 2, "动漫科技,数字文化", 30, .07, .6, 0, "文化娱乐", CITY),
            new Trade("M7320", 3, "技术研究院,工程技术", 45, .09, .9, 0, null, CITY),
            new Trade("M7452", 3, "检测技术,检验检测", 35, .1, .5, 0, null, CITY),
            new Trade("M7481", 2, "工程咨询,项目管理", 40, .07, .1, 0, null, CITY),
            new Trade("M7491", 2, "工业设计,设计", 32, .09, .4, 0, null, CITY),
            new Trade("N7721", 3, "水务,环保科技,环境工程", 50, .07, .4, 0, "绿色", INDUSTRY_PARK),
            new Trade("N7723", 2, "环境科技,再生资源", 55, .06, .3, 0, "绿色", INDUSTRY_PARK),
            new Trade("E4710", 4, "建筑工程,建设", 75, .03, 0, 0, null, CITY),
            new Trade("E4813", 4, "市政工程,路桥工程", 80, .04, 0, 0, null, CITY),
            new Trade("E4910", 3, "机电安装,电力安装", 55, .05, .1, 0, null, CITY),
            new Trade("E5011", 4, "装饰工程,建筑装饰", 50, .05, 0, .05, null, CITY),
            new Trade("F5165", 5, "建材,商贸", 180, .02, 0, .1, null, "500113009*3,500113103*3,500113006*3,500113004"),
            new Trade("F5172", 4, "汽配,汽车配件销售", 190, .03, 0, .1, null, LOGISTICS),
            new Trade("F5123", 4, "农副产品,果蔬配送", 150, .02, 0, .2, null, LOGISTICS),
            new Trade("F5151", 2, "医药,药业", 220, .03, 0, 0, "健康", INDUSTRY_PARK),
            new Trade("F5179", 3, "机电设备,设备销售", 200, .03, 0, 0, null, INDUSTRY_PARK),
            new Trade("F5212", 5, "超市,生鲜超市,百货", 65, .03, 0, .5, "零售", CITY),
            new Trade("F5213", 4, "便利店", 35, .04, 0, .9, "零售", CITY),
            new Trade("F5223", 3, "鲜果店,水果行", 32, .05, 0, .9, "零售", CITY),
            new Trade("F5251", 3, "大药房,药房", 60, .05, 0, .4, "健康", CITY),
            new Trade("F5261", 2, "汽车销售服务,汽车贸易", 260, .02, 0, 0, "零售", CITY),
            new Trade("F5292", 4, "电子商务,电商", 80, .04, .2, .1, "零售", CITY),
            new Trade("H6110", 2, "温泉酒店,酒店管理", 22, .05, 0, 0, "餐饮住宿", SPA),
            new Trade("H6130", 4, "民宿,山居民宿", 12, .06, 0, .6, "餐饮住宿", SPA),
            new Trade("H6210", 7, "火锅店,江湖菜馆,酒楼,餐饮管理", 18, .06, 0, .7, "餐饮住宿", CITY),
            new Trade("H6291", 4, "小面馆,小吃店,豆花饭店", 11, .1, 0, 1, "餐饮住宿", CITY),
            new Trade("H6231", 1, "茶馆", 9, .06, 0, 1, "餐饮住宿", CITY),
            new Trade("A0141", 5, "农业开发,蔬菜种植,生态农业", 22, .06, .05, .3, null, RURAL),
            new Trade("A0153", 3, "柑橘种植,果业", 20, .06, .05, .3, null, RURAL),
            new Trade("A0164", 3, "茶叶种植,茶园", 20, .07, .05, .3, null, "500113113*6,500113117,500113119"),
            new Trade("A0313", 3, "畜牧,养殖", 32, .06, .05, .3, null, RURAL),
            new Trade("A0412", 2, "水产养殖,渔业", 26, .06, .05, .4, null, RURAL),
            new Trade("A0514", 2, "农产品,粮油初加工", 34, .04, 0, .1, null, RURAL),
            new Trade("R9030", 3, "乡村旅游,休闲农庄,旅游开发", 16, .05, 0, .3, "旅游", SPA),
            new Trade("R8930", 2, "健身,体育文化", 14, .06, 0, .3, "体育", CITY),
            new Trade("O8010", 3, "家政服务,家庭服务", 12, .06, 0, .2, "家政", CITY),
            new Trade("O8111", 4, "汽车维修,汽车服务", 20, .07, 0, .5, null, CITY),
            new Trade("O8040", 2, "美容美发店,造型店", 12, .1, 0, 1, null, CITY),
            new Trade("Q8514", 2, "养老服务,康养服务", 14, .03, 0, 0, "养老", SPA),
            new Trade("O8020", 2, "托育服务,幼儿托育", 12, .04, 0, .2, "托育", CITY),
            new Trade("Q8425", 2, "口腔门诊部,综合门诊部", 24, .1, 0, .2, "健康", CITY),
            new Trade("P8391", 2, "职业技能培训,教育科技", 18, .08, .1, 0, null, CITY),
            new Trade("L7241", 2, "财税咨询,会计代理", 22, .12, 0, .1, null, CITY),
            new Trade("L7263", 3, "人力资源,劳务", 24, .03, 0, 0, null, CITY),
            new Trade("L7259", 2, "广告传媒,文化传播", 24, .08, 0, .1, null, CITY),
            new Trade("K7020", 3, "物业管理,物业服务", 14, .06, 0, 0, null, CITY),
            new Trade("K7010", 1, "置业,房地产开发", 240, .08, 0, 0, null, CITY),
            new Trade("D4416", 1, "新能源,光伏电力", 90, .12, .3, 0, "绿色", INDUSTRY_PARK),
            new Trade("B1011", 1, "矿业,石材开采", 60, .08, 0, 0, null, RURAL));

    static final Map<String, String[]> ROADS = Map.of(
            "500113003", new String[] {"龙洲大道", "渝南大道", "巴州大道", "龙德路"},
            "500113004", new String[] {"鱼洞新市街", "江滨路", "箭河路", "巴县大道"},
            "500113005", new String[] {"红光大道", "花溪大道", "先锋路"},
            "500113006", new String[] {"马王坪正街", "李家沱正街", "土坎路", "合建路"},
            "500113007", new String[] {"南泉大道", "虎啸口路"},
            "500113009", new String[] {"南彭物流大道", "南城大道", "环道东路"},
            "500113103", new String[] {"石桂大道", "富成路", "数码大道", "金桥大道"},
            "500113109", new String[] {"木洞大道", "康城路", "生物城路"});

    static final String FIRST = "渝岭峡汇启星禾沐澜砚穗橙屿岚焱钧翊旭晟璟麓沅栩茂樾";
    static final String SECOND = "桥谷砺枫沃岩澄邦硕途跃泓翎驰舟冠衡畅铭轩洲擎拓峰越";
    static final String SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文";
    static final String GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英华玉萍红建国志文辉波斌宇浩凯健俊帆雪琳晨曦思远子涵嘉诚欣怡佳慧德才光明春梅秋菊海燕晓峰永生家兴世昌学良利民";

    Map<String, String> towns = new LinkedHashMap<>();

    static class Enterprise {
        UUID id;
        String uscc, name, entityType, legalRep, industry, town, address, status = "ACTIVE";
        double capital;
        LocalDate established;
        OffsetDateTime registeredAt;
        List<Map<String, Object>> shareholders = new ArrayList<>(), investments = new ArrayList<>(), assets = new ArrayList<>(), judicial = new ArrayList<>();
        Map<String, Object> facts = new LinkedHashMap<>();
        Map<String, Object> code, openClaim;
    }

    static class Account {
        UUID id;
        String userType, username, phone, displayName, role, uscc = "", institution = "", channel, where;
        OffsetDateTime createdAt;
    }

    public static void main(String[] args) throws IOException {
        new GenerateDemo(args.length == 0 ? FIRST_DISTRICT : Path.of(args[0])).run();
    }

    GenerateDemo(Path district) throws IOException {
        out = district.resolve("demo");
        Path given = out.resolve("words.tsv");
        if (Files.exists(given)) {
            for (String line : Files.readAllLines(given)) {
                String[] cells = line.split("\t");
                words.put(cells[0], cells[1]);
            }
        }
    }

    String local(String text) {
        for (var word : words.entrySet()) {
            text = text.replace(word.getKey(), word.getValue());
        }
        return text;
    }

    void run() throws IOException {
        for (String line : Files.readAllLines(REFERENCE.resolve("gbt4754_2017.tsv"))) {
            String[] cells = line.split("\t");
            industryNames.put(cells[0], cells[1]);
        }
        var town = java.util.regex.Pattern.compile("\"code\": \"(\\d{9})\",\\s*\"name\": \"([^\"]+)\"")
                .matcher(Files.readString(FIRST_DISTRICT.resolve("towns.json")));
        while (town.find()) {
            towns.put(town.group(1), town.group(2));
        }

        List<Enterprise> enterprises = new ArrayList<>();
        enterprises.add(mainEnterprise());
        enterprises.addAll(threeWithKnownOutcomes());
        while (enterprises.size() < ENTERPRISES) {
            enterprises.add(enterprise());
        }

        List<Account> accounts = new ArrayList<>();
        accounts.addAll(staff());
        enterpriseAccounts(enterprises, accounts);
        accounts.addAll(administrators());
        accounts.sort(Comparator.comparing(a -> a.createdAt));

        writeEnterprises(enterprises);
        writeBranches();
        writeAccounts(accounts);
        Files.writeString(out.resolve("anchor.txt"), ANCHOR + "\n");
    }

    // ---- enterprises

    Enterprise mainEnterprise() {
        Enterprise e = new Enterprise();
        e.name = name("重庆渝巴精密机械有限公司");
        e.entityType = "企业";
        e.uscc = uscc("91");
        e.legalRep = "陈志远";
        e.industry = "C3484";
        e.town = "500113103";
        e.address = "重庆市巴南区界石镇石桂大道18号";
        e.capital = 2000;
        e.established = LocalDate.of(2012, 6, 18);
        owners(e, "陈志远", 62, "周敏", 23, "重庆渝巴企业管理合伙企业（有限合伙）", 15);
        e.investments.add(row("name", "重庆渝巴液压技术有限公司", "ratio", 70));
        e.investments.add(row("name", "重庆界石智造产业服务有限公司", "ratio", 12));
        e.assets.add(row("kind", "不动产", "description", "界石镇石桂大道18号厂房，建筑面积12,600平方米"));
        e.assets.add(row("kind", "机器设备", "description", "五轴加工中心6台、数控车床38台"));
        e.assets.add(row("kind", "知识产权", "description", "发明专利4件、实用新型专利17件、注册商标2件"));
        e.judicial.add(row("kind", "民事案件", "title", "买卖合同纠纷（原告，已结案）", "date", "2024-05-21"));
        facts(e, "employees", 172, "insured", 168, "rdStaff", 15, "revenue", List.of(9860, 8920, 8105),
                "rdExpense", List.of(468, 402, 348), "totalAssets", 11200, "liabilities", 5150, "taxableIncome", 612,
                "netProfit", 655, "vatType", "一般纳税人", "monthlySales", 822, "quals", List.of("科技型中小企业", "科技型企业"),
                "coreIp", 21, "class1Ip", 4, "class2Ip", 17, "class1IpMainProduct", 4, "hiTechField", true,
                "hiTechIncomeRatio", 72, "domesticRdRatio", 100, "nicheYears", 9, "mainRevenueRatio", 88,
                "mainGrowth", List.of(10.5, 10.1), "marketShareNational", 3.2, "ownBrand", true, "rdInstitution", true,
                "taxCreditRating", "A", "unemploymentInsuranceMonths", 160, "layoffRate", 2.4, "newHireRatio1y", 8.1,
                "disabledCount", 2, "loanAmount", 600, "industryTag", null, "encouragedIndustry", true,
                "encouragedIncomeRatio", 86, "manufSalesRatio", 100, "equityFinancing2y", 0, "innovationScore", 74,
                "zjtxScore", 61, "provincialAwardTop3_3y", false, "auditTaxCollection", true, "levyRate", null,
                "noWageArrears", true, "noMajorViolation1y", true, "noMajorViolation2y", true, "residentEnterprise", true,
                "restrictedIndustry", false, "taxYears", 12, "taxPaid12m", 386, "invoiceAmount12m", 10480,
                "legalRepAge", 46, "totalBizLoan", 900, "collateral", List.of("房产"));
        settle(e);
        return e;
    }

    /** Figures of the three profiles whose outcomes are known, so that a person can see them in the product. */
    List<Enterprise> threeWithKnownOutcomes() {
        Enterprise software = new Enterprise();
        software.name = name("重庆渝巴软件科技有限公司");
        software.entityType = "企业";
        software.uscc = uscc("91");
        software.legalRep = "林子涵";
        software.industry = "I6513";
        software.town = "500113003";
        software.address = "重庆市巴南区龙洲湾街道龙洲大道66号5幢";
        software.capital = 500;
        software.established = LocalDate.of(2020, 5, 10);
        owners(software, "林子涵", 80, "许晨", 20);
        software.assets.add(row("kind", "知识产权", "description", "发明专利1件、软件著作权8件"));
        facts(software, "employees", 45, "insured", 45, "rdStaff", 20, "revenue", List.of(1800, 1500, 1200),
                "rdExpense", List.of(220, 180, 150), "totalAssets", 1500, "liabilities", 600, "taxableIncome", 120,
                "netProfit", 150, "vatType", "一般纳税人", "monthlySales", 150, "quals", List.of(), "coreIp", 9,
                "class1Ip", 1, "class2Ip", 8, "class1IpMainProduct", 1, "hiTechField", true, "hiTechIncomeRatio", 85,
                "domesticRdRatio", 100, "nicheYears", 5, "mainRevenueRatio", 90, "mainGrowth", List.of(20.0, 25.0),
                "marketShareNational", null, "ownBrand", null, "rdInstitution", null, "taxCreditRating", "B",
                "unemploymentInsuranceMonths", 60, "layoffRate", 3, "newHireRatio1y", null, "disabledCount", 0,
                "loanAmount", null, "industryTag", null, "encouragedIndustry", null, "encouragedIncomeRatio", null,
                "manufSalesRatio", null, "equityFinancing2y", 0, "innovationScore", null, "zjtxScore", null,
                "provincialAwardTop3_3y", false, "auditTaxCollection", true, "levyRate", null, "noWageArrears", true,
                "noMajorViolation1y", true, "noMajorViolation2y", true, "residentEnterprise", true,
                "restrictedIndustry", false, "taxYears", 5, "taxPaid12m", 46, "invoiceAmount12m", 1860,
                "legalRepAge", 38, "totalBizLoan", 100, "collateral", List.of());
        settle(software);

        Enterprise machine = new Enterprise();
        machine.name = name("重庆巴南精工机械有限公司");
        machine.entityType = "企业";
        machine.uscc = uscc("91");
        machine.legalRep = "廖建国";
        machine.industry = "C3484";
        machine.town = "500113103";
        machine.address = "重庆市巴南区界石镇富成路9号";
        machine.capital = 3000;
        machine.established = LocalDate.of(2010, 3, 1);
        owners(machine, "廖建国", 55, "廖家兴", 45);
        machine.investments.add(row("name", "重庆精工传动部件有限公司", "ratio", 100));
        machine.assets.add(row("kind", "不动产", "description", "界石镇富成路9号厂房，建筑面积21,300平方米"));
        machine.assets.add(row("kind", "知识产权", "description", "发明专利5件、实用新型专利20件"));
        facts(machine, "employees", 280, "insured", 280, "rdStaff", 40, "revenue", List.of(12000, 11000, 10000),
                "rdExpense", List.of(520, 460, 400), "totalAssets", 15000, "liabilities", 8000, "taxableIncome", 900,
                "netProfit", 1000, "vatType", "一般纳税人", "monthlySales", 1000,
                "quals", List.of("高新技术企业", "专精特新中小企业", "科技型企业"), "coreIp", 25, "class1Ip", 5,
                "class2Ip", 20, "class1IpMainProduct", 5, "hiTechField", true, "hiTechIncomeRatio", 75,
                "domesticRdRatio", 100, "nicheYears", 12, "mainRevenueRatio", 92, "mainGrowth", List.of(9.09, 10.0),
                "marketShareNational", 12, "ownBrand", true, "rdInstitution", true, "taxCreditRating", "A",
                "unemploymentInsuranceMonths", 180, "layoffRate", 6, "newHireRatio1y", 3, "disabledCount", 3,
                "loanAmount", null, "industryTag", null, "encouragedIndustry", true, "encouragedIncomeRatio", 80,
                "manufSalesRatio", 100, "equityFinancing2y", 0, "innovationScore", 82, "zjtxScore", null,
                "provincialAwardTop3_3y", false, "auditTaxCollection", true, "levyRate", null, "noWageArrears", true,
                "noMajorViolation1y", true, "noMajorViolation2y", true, "residentEnterprise", true,
                "restrictedIndustry", false, "taxYears", 15, "taxPaid12m", 520, "invoiceAmount12m", 12600,
                "legalRepAge", 57, "totalBizLoan", 2200, "collateral", List.of("房产"));
        settle(machine);

        Enterprise snack = new Enterprise();
        snack.name = name("巴南区老街小吃店");
        snack.entityType = "个体工商户";
        snack.uscc = uscc("92");
        snack.legalRep = "谭桂英";
        snack.industry = "H6210";
        snack.town = "500113004";
        snack.address = "重庆市巴南区鱼洞街道鱼洞新市街31号";
        snack.capital = 10;
        snack.established = LocalDate.of(2022, 6, 1);
        facts(snack, "employees", 6, "insured", 0, "rdStaff", 0, "revenue", List.of(60, 55, 40),
                "rdExpense", List.of(0, 0, 0), "totalAssets", 20, "liabilities", 5, "taxableIncome", 15, "netProfit", 15,
                "vatType", "小规模纳税人", "monthlySales", 5, "quals", List.of(), "coreIp", 0, "class1Ip", 0, "class2Ip", 0,
                "class1IpMainProduct", 0, "hiTechField", false, "hiTechIncomeRatio", 0, "domesticRdRatio", null,
                "nicheYears", 3, "mainRevenueRatio", 100, "mainGrowth", List.of(9.1, 37.5), "marketShareNational", null,
                "ownBrand", null, "rdInstitution", null, "taxCreditRating", null, "unemploymentInsuranceMonths", 0,
                "layoffRate", 0, "newHireRatio1y", 0, "disabledCount", 0, "loanAmount", null, "industryTag", null,
                "encouragedIndustry", null, "encouragedIncomeRatio", null, "manufSalesRatio", null,
                "equityFinancing2y", 0, "innovationScore", null, "zjtxScore", null, "provincialAwardTop3_3y", false,
                "auditTaxCollection", false, "levyRate", 3, "noWageArrears", true, "noMajorViolation1y", true,
                "noMajorViolation2y", true, "residentEnterprise", false, "restrictedIndustry", false, "taxYears", 4,
                "taxPaid12m", 0.6, "invoiceAmount12m", 18, "legalRepAge", 52, "totalBizLoan", 0, "collateral", List.of());
        settle(snack);
        return List.of(software, machine, snack);
    }

    Enterprise enterprise() {
        Trade trade = pickTrade();
        Enterprise e = new Enterprise();
        boolean sole = random.nextDouble() < trade.sole;
        e.entityType = sole ? "个体工商户" : "企业";
        e.uscc = uscc(sole ? "92" : "91");
        e.legalRep = person();
        e.industry = trade.code;
        if (!industryNames.containsKey(trade.code)) {
            throw new IllegalStateException("no such industry: " + trade.code);
        }
        e.town = pickWeighted(trade.place);
        String townName = towns.get(e.town);
        String[] roads = ROADS.getOrDefault(e.town, new String[] {"场镇大道", "兴隆街", "新华路", "振兴路"});
        e.address = "重庆市巴南区" + townName + roads[random.nextInt(roads.length)] + (1 + random.nextInt(198)) + "号"
                + (random.nextInt(3) == 0 ? (1 + random.nextInt(12)) + "幢" : "");
        String words = pick(trade.words.split(","));
        for (e.name = null; e.name == null || !names.add(e.name); ) {
            e.name = sole ? shopName(words) : companyName(words);
        }
        int years = 1 + (int) (Math.pow(random.nextDouble(), 1.5) * 20);
        e.established = ANCHOR.minusDays(90 + random.nextInt(365)).minusYears(years - 1L);
        figures(e, trade, sole);
        owners(e, sole);
        settle(e);
        double fate = random.nextDouble();
        e.status = fate < .02 ? "REVOKED" : fate < .045 ? "CANCELLED" : "ACTIVE";
        return e;
    }

    String companyName(String words) {
        String brand = "" + at(FIRST) + at(SECOND);
        String form = random.nextInt(14) == 0 ? "股份有限公司" : random.nextInt(5) == 0 ? "有限责任公司" : "有限公司";
        return switch (random.nextInt(10)) {
            case 0 -> "重庆市巴南区" + brand + words + form;
            case 1 -> brand + words + "（重庆）" + form;
            case 2 -> "重庆巴南" + brand + words + form;
            default -> "重庆" + brand + words + form;
        };
    }

    String shopName(String words) {
        String shop = words.endsWith("店") || words.endsWith("馆") || words.endsWith("楼") || words.endsWith("房") || words.endsWith("行")
                        || words.endsWith("部") || words.endsWith("超市") || words.endsWith("园") || words.endsWith("民宿")
                ? words
                : words + pick("经营部", "服务部", "商行");
        return "巴南区" + switch (random.nextInt(3)) {
            case 0 -> "" + at(SURNAMES) + "记" + shop;
            case 1 -> "" + at(FIRST) + at(SECOND) + shop;
            default -> at(SURNAMES) + pick("大姐", "老幺", "三哥", "幺妹", "师傅", "二娃") + shop;
        };
    }

    void figures(Enterprise e, Trade trade, boolean sole) {
        double size = random.nextDouble();
        int employees = sole
                ? 1 + random.nextInt(9)
                : size < .38 ? between(3, 19) : size < .75 ? between(20, 99) : size < .93 ? between(100, 299) : size < .985 ? between(300, 780) : between(1000, 1900);
        long age = ChronoUnit.YEARS.between(e.established, ANCHOR);
        int years = (int) Math.min(3, Math.max(1, age));
        double revenue0 = employees * trade.perHead * (.6 + random.nextDouble() * .9);
        double growth0 = round1(random.nextGaussian() * 11 + 7);
        double growth1 = round1(random.nextGaussian() * 11 + 8);
        List<Number> revenue = new ArrayList<>();
        revenue.add(whole(revenue0));
        if (years > 1) {
            revenue.add(whole(revenue0 / (1 + growth0 / 100)));
        }
        if (years > 2) {
            revenue.add(whole(revenue0 / (1 + growth0 / 100) / (1 + growth1 / 100)));
        }
        boolean tech = !sole && random.nextDouble() < trade.tech;
        double rdRatio = tech ? .025 + random.nextDouble() * .08 : random.nextInt(8) == 0 ? .005 : 0;
        int rdStaff = tech ? (int) Math.max(1, employees * (.05 + random.nextDouble() * (trade.code.startsWith("I") || trade.code.startsWith("M") ? .5 : .17))) : 0;
        List<Number> rdExpense = new ArrayList<>();
        for (Number r : revenue) {
            rdExpense.add(whole(r.doubleValue() * rdRatio * (.85 + random.nextDouble() * .3)));
        }
        double assets = revenue0 * (.5 + random.nextDouble() * (trade.code.startsWith("F") ? .5 : 1));
        double debt = .2 + random.nextDouble() * .55;
        double netProfit = revenue0 * (trade.margin * (.2 + random.nextDouble() * 1.3) - (random.nextInt(7) == 0 ? trade.margin * 1.2 : 0));
        double taxable = Math.max(0, netProfit * (.85 + random.nextDouble() * .3));
        int class1 = tech ? random.nextInt(1 + Math.min(8, 1 + employees / 25)) : 0;
        int class2 = tech ? between(1, 4 + Math.min(24, employees / 8)) : random.nextInt(3);
        boolean manufacturing = trade.code.startsWith("C");
        int insured = sole ? (random.nextInt(3) == 0 ? employees : 0) : Math.max(1, employees - random.nextInt(1 + employees / 10));

        List<String> quals = new ArrayList<>();
        if (tech && rdRatio > .04 && years == 3 && random.nextInt(10) < 6) {
            quals.add("高新技术企业");
        }
        if (tech && random.nextInt(10) < 6) {
            quals.add("科技型中小企业");
            quals.add("科技型企业");
        }
        if (tech && years == 3 && random.nextInt(10) < 3) {
            quals.add("创新型中小企业");
            if (random.nextInt(10) < 6) {
                quals.add("专精特新中小企业");
                if (random.nextInt(10) < 3) {
                    quals.add("专精特新“小巨人”企业");
                }
            }
        }

        double capital = sole
                ? pickNumber(1, 3, 5, 8, 10, 20, 30)
                : employees < 20 ? pickNumber(10, 30, 50, 80, 100, 100, 200, 300, 500) : employees < 100 ? pickNumber(100, 200, 300, 500, 500, 600, 800, 1000) : pickNumber(500, 600, 800, 1000, 1200, 2000, 3000, 5000, 8000);
        e.capital = capital;

        Map<String, Object> f = e.facts;
        f.put("employees", employees);
        f.put("insured", insured);
        f.put("rdStaff", rdStaff);
        f.put("revenue", revenue);
        f.put("rdExpense", rdExpense);
        f.put("totalAssets", whole(assets));
        f.put("liabilities", whole(assets * debt));
        f.put("taxableIncome", whole(taxable));
        f.put("netProfit", whole(netProfit));
        f.put("vatType", revenue0 > 500 || manufacturing && !sole ? "一般纳税人" : "小规模纳税人");
        f.put("monthlySales", round1(revenue0 / 12));
        f.put("quals", quals);
        f.put("coreIp", class1 + class2);
        f.put("class1Ip", class1);
        f.put("class2Ip", class2);
        f.put("class1IpMainProduct", class1 == 0 ? 0 : random.nextInt(class1 + 1));
        f.put("hiTechField", tech);
        f.put("hiTechIncomeRatio", tech ? between(45, 98) : 0);
        f.put("domesticRdRatio", tech ? Integer.valueOf(100) : null);
        f.put("nicheYears", (int) Math.min(age, between(1, 15)));
        f.put("mainRevenueRatio", between(60, 100));
        f.put("mainGrowth", years == 3 ? List.of(growth0, growth1) : years == 2 ? List.of(growth0) : null);
        f.put("marketShareNational", tech && random.nextInt(3) == 0 ? round1(random.nextDouble() * 14) : null);
        f.put("ownBrand", manufacturing ? Boolean.valueOf(random.nextInt(10) < 6) : null);
        f.put("rdInstitution", sole ? null : Boolean.valueOf(tech && random.nextInt(10) < 5));
        f.put("taxCreditRating", sole ? null : age < 2 ? "M" : pick("A", "A", "A", "B", "B", "B", "B", "M", "C", "D"));
        f.put("unemploymentInsuranceMonths", insured == 0 ? 0 : (int) Math.min(age * 12, 240));
        f.put("layoffRate", insured == 0 ? 0 : round1(Math.abs(random.nextGaussian()) * 3.5));
        f.put("newHireRatio1y", round1(Math.abs(random.nextGaussian()) * 7));
        f.put("disabledCount", employees > 30 ? random.nextInt(1 + employees / 60) : 0);
        f.put("loanAmount", random.nextInt(3) == 0 ? pickNumber(50, 100, 150, 200, 300, 500) : null);
        f.put("industryTag", trade.tag);
        boolean encouraged = manufacturing && random.nextInt(10) < 5;
        f.put("encouragedIndustry", sole ? null : Boolean.valueOf(encouraged));
        f.put("encouragedIncomeRatio", encouraged ? between(50, 100) : null);
        f.put("manufSalesRatio", manufacturing ? between(60, 100) : null);
        f.put("equityFinancing2y", tech && random.nextInt(6) == 0 ? pickNumber(300, 500, 1000, 2000) : 0);
        f.put("innovationScore", tech && random.nextInt(2) == 0 ? between(52, 92) : null);
        f.put("zjtxScore", tech && random.nextInt(3) == 0 ? between(40, 85) : null);
        f.put("provincialAwardTop3_3y", tech && random.nextInt(25) == 0);
        f.put("auditTaxCollection", !sole);
        f.put("levyRate", sole ? pickNumber(2, 3, 5) : null);
        f.put("noWageArrears", random.nextInt(60) != 0);
        boolean violated1 = random.nextInt(40) == 0;
        f.put("noMajorViolation1y", !violated1);
        f.put("noMajorViolation2y", !violated1 && random.nextInt(50) != 0);
        f.put("residentEnterprise", !sole);
        f.put("restrictedIndustry", trade.code.startsWith("B"));
        f.put("taxYears", (int) age);
        f.put("taxPaid12m", round1(Math.max(.3, revenue0 * .018 + taxable * .12)));
        f.put("invoiceAmount12m", whole(revenue0 * (.85 + random.nextDouble() * .25)));
        f.put("legalRepAge", between(26, 66));
        f.put("totalBizLoan", random.nextInt(2) == 0 ? 0 : whole(revenue0 * random.nextDouble() * .15));
        f.put("collateral", employees > 60 && random.nextInt(2) == 0 ? List.of("房产") : List.of());

        // A profile is seldom complete: some firms filled in all, most a part, some only what was asked first.
        double filled = pickNumber(1, 1, .95, .85, .75, .6, .4);
        Set<String> always = Set.of("employees", "revenue", "insured");
        f.replaceAll((k, v) -> always.contains(k) || random.nextDouble() < filled ? v : null);
        keepToItsAge(e);

        if (tech && class1 + class2 > 2) {
            e.assets.add(row("kind", "知识产权", "description", (class1 > 0 ? "发明专利" + class1 + "件、" : "") + "实用新型专利及软件著作权" + class2 + "件"));
        }
        if (!sole && employees > 60 && random.nextInt(10) < 7) {
            e.assets.add(row("kind", "不动产", "description", towns.get(e.town) + "自有" + (manufacturing ? "厂房" : "房产") + "，建筑面积" + String.format("%,d", between(8, 260) * 100) + "平方米"));
        }
        if (manufacturing && employees > 20 && random.nextInt(10) < 6) {
            e.assets.add(row("kind", "机器设备", "description", "生产设备" + between(6, 120) + "台（套）"));
        }
        if (trade.code.startsWith("G54") && !sole) {
            e.assets.add(row("kind", "运输工具", "description", "重型货车" + between(3, 60) + "辆"));
        }
        if (!sole && random.nextInt(100) < 14) {
            int cases = 1 + random.nextInt(2);
            for (int i = 0; i < cases; i++) {
                String[] cause = pick("民事案件/买卖合同纠纷（被告，已结案）", "民事案件/建设工程施工合同纠纷（原告，审理中）", "民事案件/劳动争议（被告，已结案）", "行政处罚/未按规定公示年度报告（已整改）",
                        "行政处罚/安全生产管理不到位（已整改）", "被执行信息/承揽合同纠纷（已履行完毕）").split("/");
                e.judicial.add(row("kind", cause[0], "title", cause[1], "date", ANCHOR.minusDays(between(60, 1400)).toString()));
            }
        }
        if (!sole && employees > 40 && random.nextInt(10) < 3) {
            e.investments.add(row("name", companyName(pick(trade.words.split(","))), "ratio", pickNumber(20, 35, 51, 60, 100)));
        }
        agree(e);
    }

    /** What was thrown apart has to agree. No dice here, so that whatever is thrown next stays what it was. */
    static void agree(Enterprise e) {
        Map<String, Object> f = e.facts;
        int age = (int) ChronoUnit.YEARS.between(e.established, ANCHOR);
        // Who founded it was of age.
        f.computeIfPresent("legalRepAge", (name, years) -> Math.max((int) years, age + 22));
        // Money for research is spent by somebody.
        if (f.get("rdExpense") instanceof List<?> spent && spent.stream().anyMatch(year -> ((Number) year).doubleValue() > 0)) {
            f.computeIfPresent("rdStaff", (name, people) -> Math.max((int) people, 1));
        }
        // 科技型中小企业 has at most 500 people, and sells and owns at most 200 million.
        int people = (int) f.get("employees");
        boolean small = people <= 500
                && Stream.of(f.get("totalAssets"), f.get("revenue") instanceof List<?> years ? years.getFirst() : null)
                        .allMatch(wan -> !(wan instanceof Number number) || number.doubleValue() <= 20_000);
        f.computeIfPresent("quals", (name, all) -> ((List<?>) all).stream().filter(one -> small || !one.equals("科技型中小企业")).toList());
        // M is given to the young ones.
        if (age > 2) {
            f.computeIfPresent("taxCreditRating", (name, rating) -> rating.equals("M") ? "B" : rating);
        }
        // A loan whose interest is to be subsidised is one of those that are owed.
        if (f.get("loanAmount") instanceof Number subsidised
                && f.get("totalBizLoan") instanceof Number owed
                && subsidised.doubleValue() > owed.doubleValue()) {
            f.put("loanAmount", owed.doubleValue() == 0 ? null : owed);
        }
        if (e.assets.stream().noneMatch(asset -> asset.get("kind").equals("不动产"))) {
            f.computeIfPresent("collateral", (name, pledged) -> List.of());
        }
        // Nobody was sued before there was anybody to sue.
        for (Map<String, Object> record : e.judicial) {
            if (LocalDate.parse((String) record.get("date")).isBefore(e.established)) {
                record.put("date", e.established.plusDays(ChronoUnit.DAYS.between(e.established, ANCHOR) / 2).toString());
            }
        }
    }

    /** Nothing of years in which it was not there: figures by year end with the last full calendar year, and begin with what was left of its first. */
    static void keepToItsAge(Enterprise e) {
        Map<String, Object> f = e.facts;
        int years = ANCHOR.getYear() - e.established.getYear();
        if (years == 0) {
            for (String ofAYear : List.of("revenue", "rdExpense", "netProfit", "taxableIncome", "mainGrowth")) {
                f.replace(ofAYear, null);
            }
        }
        for (String byYear : List.of("revenue", "rdExpense")) {
            if (f.get(byYear) instanceof List<?> figures && figures.size() > years) {
                f.replace(byYear, figures.subList(0, years));
            }
        }
        // Of the year of its foundation it has figures of the part in which it was there, with which no year is compared.
        LocalDate next = LocalDate.of(e.established.getYear() + 1, 1, 1);
        double part = ChronoUnit.DAYS.between(e.established, next) / (double) e.established.lengthOfYear();
        for (String byYear : List.of("revenue", "rdExpense")) {
            if (f.get(byYear) instanceof List<?> figures && figures.size() == years) {
                List<Object> inPart = new ArrayList<>(figures);
                inPart.set(years - 1, whole(((Number) figures.getLast()).doubleValue() * part));
                f.replace(byYear, inPart);
            }
        }
        if (years == 1) {
            for (String newest : List.of("netProfit", "taxableIncome")) {
                f.computeIfPresent(newest, (name, figure) -> whole(((Number) figure).doubleValue() * part));
            }
        }
        if (f.get("mainGrowth") instanceof List<?> growth && growth.size() == years - 1) {
            f.replace("mainGrowth", years == 2 ? null : growth.subList(0, years - 2));
        }
        // The last twelve months of a younger one are those since it was founded.
        double share = ChronoUnit.DAYS.between(e.established, ANCHOR) / 365.0;
        if (share < 1) {
            f.replaceAll((name, value) -> switch (name) {
                case "taxYears" -> value == null ? null : round1(share);
                case "taxPaid12m", "invoiceAmount12m" -> value instanceof Number whole ? round1(whole.doubleValue() * share) : null;
                default -> value;
            });
        }
    }

    void owners(Enterprise e, boolean sole) {
        if (sole) {
            return;
        }
        switch (random.nextInt(4)) {
            case 0 -> owners(e, e.legalRep, 100);
            case 1 -> owners(e, e.legalRep, 70, person(), 30);
            case 2 -> owners(e, e.legalRep, 51, person(), 34, person(), 15);
            default -> owners(e, companyName("企业管理"), 60, e.legalRep, 40);
        }
    }

    void owners(Enterprise e, Object... nameAndRatio) {
        for (int i = 0; i < nameAndRatio.length; i += 2) {
            e.shareholders.add(row("name", nameAndRatio[i], "ratio", nameAndRatio[i + 1]));
        }
    }

    /** The register was taken over thirteen months ago; what was founded since came in on its day. */
    void settle(Enterprise e) {
        LocalDate imported = ANCHOR.minusDays(395);
        LocalDate day = e.established.isAfter(imported) ? e.established : imported;
        e.registeredAt = at(day, 8, 12);
        e.id = id(e.registeredAt);
    }

    // ---- accounts

    /** Code of the institution, and what the names of its accounts begin with; CCB has the ones that people are told. */
    static final String[][] BANKS = {
        {"ICBC", "gonghang"}, {"ABC", "nonghang"}, {"BOC", "zhonghang"}, {"BOCOM", "jiaohang"}, {"PSBC", "youchu"},
        {"CQB", "chongqingyinhang"}, {"CQRCB", "nongshanghang"}, {"WEBANK", "weizhong"}, {"MYBANK", "wangshang"}
    };

    /** Id, code, name, and what the names of its accounts begin with: branches of one bank that there are in the demo alone. */
    static final String BANK_WITH_BRANCHES = "CCB";
    static final String[][] BRANCHES = {
        {"0199a000-0000-7000-8000-000000000201", "CCB-DEMO-1", "建行城区网点（演示）", "jianhangchengqu"},
        {"0199a000-0000-7000-8000-000000000202", "CCB-DEMO-2", "建行乡镇网点（演示）", "jianhangxiangzhen"}
    };

    List<Account> staff() {
        List<Account> staff = new ArrayList<>();
        staff.add(account("OPERATOR", "yunying", "运营管理员", "OPERATOR", "YYZX", "admin"));
        staff.add(account("GOVERNMENT", "shenhe", "领码审核员", "CODE_REVIEWER", "ZWB", "admin"));
        staff.add(account("GOVERNMENT", "jinrongban", "金融办经办人", "FINANCE_OFFICE", "JRB", "admin"));
        staff.add(account("GOVERNMENT", "guanyuan", "经信委工作人员", "OFFICER", "JXW", "admin,h5"));
        staff.add(account("GOVERNMENT", "gongshanglian", "工商联工作人员", "OFFICER", "GSL", "admin,h5"));
        staff.add(account("GOVERNMENT", "fagaiwei", "发改委工作人员", "OFFICER", "FGW", "admin,h5"));
        staff.add(account("GOVERNMENT", "rensheju", "人社局工作人员", "OFFICER", "RSJ", "admin,h5"));
        staff.add(account("GOVERNMENT", "kejiju", "科技局工作人员", "OFFICER", "KJJ", "admin,h5"));
        staff.add(account("BANK", "yinhang", "客户经理 " + person(), "BANK_OFFICER", "CCB", "admin"));
        staff.add(account("BANK", "jianhang2", "客户经理 " + person(), "BANK_OFFICER", "CCB", "admin"));
        for (String[] bank : BANKS) {
            for (int i = 1; i <= 2; i++) {
                staff.add(account("BANK", bank[1] + i, "客户经理 " + person(), "BANK_OFFICER", bank[0], "admin"));
            }
        }
        return staff;
    }

    /** Last, so that the others keep their numbers. */
    List<Account> administrators() {
        List<Account> last = new ArrayList<>(List.of(
                account("OPERATOR", "xitong", "系统管理员", "SYSTEM_ADMIN", "YYZX", "admin"),
                account("OPERATOR", "anquan", "安全管理员", "SECURITY_ADMIN", "YYZX", "admin"),
                account("OPERATOR", "shenji", "审计管理员", "AUDIT_ADMIN", "YYZX", "admin"),
                account("BANK", "jianhangguanli", "机构管理员", "INSTITUTION_ADMIN", "CCB", "admin"),
                account("BANK", "jianhangfuze", "负责人 " + person(), "BANK_HEAD", "CCB", "admin")));
        for (String[] bank : BANKS) {
            last.add(account("BANK", bank[1] + "fuze", "负责人 " + person(), "BANK_HEAD", bank[0], "admin"));
        }
        // What one person of a department prepares another one approves: payments of redemptions.
        last.add(account("GOVERNMENT", "fuhe", "经信委复核人", "OFFICER", "JXW", "admin"));
        // A bank has branches, to which its applications go by town.
        for (String[] branch : BRANCHES) {
            for (int i = 1; i <= 2; i++) {
                last.add(account("BANK", branch[3] + i, "网点客户经理 " + person(), "BANK_OFFICER", branch[1], "admin"));
            }
        }
        last.add(account("GOVERNMENT", "jingxinfuze", "经信委负责人", "DEPARTMENT_HEAD", "JXW", "admin"));
        return last;
    }

    Account account(String userType, String username, String displayName, String role, String institution, String where) {
        Account a = new Account();
        a.userType = userType;
        a.username = username;
        a.phone = phone();
        a.displayName = displayName;
        a.role = role;
        a.institution = institution;
        a.channel = "PC";
        a.where = where;
        a.createdAt = at(ANCHOR.minusDays(390), 9, phone);
        a.id = id(a.createdAt);
        return a;
    }

    void enterpriseAccounts(List<Enterprise> enterprises, List<Account> accounts) {
        int people = WITH_CODE + WITHOUT_ENTERPRISE;
        List<OffsetDateTime> registered = new ArrayList<>();
        registered.add(at(ANCHOR, 0, 20));
        registered.add(at(ANCHOR, 1, 5));
        while (registered.size() < people) {
            LocalDate day = ANCHOR.minusDays(1 + (long) (360 * Math.pow(random.nextDouble(), 1.7)));
            registered.add(at(day, between(8, 21), random.nextInt(60)));
        }
        registered.sort(Comparator.naturalOrder());

        List<Enterprise> holders = new ArrayList<>();
        List<Enterprise> others = new ArrayList<>();
        for (Enterprise e : enterprises) {
            boolean mayHold = e.status.equals("ACTIVE");
            boolean must = enterprises.indexOf(e) < 4;
            if (must) {
                holders.add(e);
            } else if (mayHold) {
                others.add(e);
            }
        }
        java.util.Collections.shuffle(others, random);
        holders.addAll(others.subList(0, WITH_CODE - holders.size()));
        List<Enterprise> unclaimed = others.subList(WITH_CODE - 4, others.size());

        for (int i = 0; i < WITH_CODE; i++) {
            Enterprise e = holders.get(i);
            // The main enterprise came early; the others in the order of the dice, but never before they were founded.
            OffsetDateTime wanted = registered.get(i);
            OffsetDateTime founded = e.registeredAt.plusDays(3);
            OffsetDateTime created = wanted.isBefore(founded) ? founded : wanted;
            Account a = new Account();
            a.userType = "ENTERPRISE";
            a.username = i == 0 ? "qiye" : "qiye" + (100 + i);
            a.phone = i < WITH_CODE - UNRELIABLE_PHONES.length ? phone() : unreliable(i - WITH_CODE + UNRELIABLE_PHONES.length);
            a.displayName = i == 0 || random.nextInt(3) == 0 ? e.legalRep : person();
            a.role = "ENTERPRISE_ADMIN";
            a.uscc = e.uscc;
            a.channel = i == 0 ? "PC" : random.nextInt(100) < 57 ? "WECHAT" : "PC";
            a.where = "portal,h5";
            a.createdAt = created;
            a.id = id(created);
            accounts.add(a);

            OffsetDateTime claimed = created.plusMinutes(between(12, 2600));
            OffsetDateTime issued = claimed.plusDays(between(0, 2)).withHour(between(9, 17));
            issued = issued.isAfter(claimed) ? issued : issued.plusDays(1);
            OffsetDateTime last = at(ANCHOR, 0, 0);
            if (issued.isAfter(last)) {
                issued = last.plusMinutes(between(10, 90));
                claimed = issued.minusMinutes(45);
            }
            e.code = row("claimedAt", claimed.toString(), "issuedAt", issued.toString(), "applicantId", a.id.toString(), "applicantName", a.displayName,
                    "agentPhone", a.phone, "channel", a.channel);
        }
        for (int i = 0; i < WITHOUT_ENTERPRISE; i++) {
            Account a = new Account();
            a.userType = "ENTERPRISE";
            a.username = i == 0 ? "xinqiye" : "xinren" + (10 + i);
            a.phone = phone();
            a.displayName = i == 0 ? "新企业用户" : person();
            a.role = "ENTERPRISE_VISITOR";
            a.channel = random.nextInt(100) < 57 ? "WECHAT" : "PC";
            a.where = "portal,h5";
            a.createdAt = registered.get(WITH_CODE + i);
            a.id = id(a.createdAt);
            accounts.add(a);
            if (i > 0 && i <= OPEN_CLAIMS) {
                Enterprise e = unclaimed.get(i);
                OffsetDateTime claimed = a.createdAt.plusMinutes(between(8, 55));
                e.openClaim = row("submittedAt", claimed.toString(), "applicantId", a.id.toString(), "applicantName", a.displayName,
                        "agentPhone", a.phone, "channel", a.channel);
            }
        }
    }

    // ---- files

    void writeEnterprises(List<Enterprise> enterprises) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Enterprise e : enterprises) {
            lines.add(json(row("id", e.id.toString(), "uscc", e.uscc, "name", e.name, "entityType", e.entityType, "legalRep", e.legalRep,
                    "registeredCapital", e.capital, "establishedOn", e.established.toString(), "industryCode", e.industry, "townCode", e.town,
                    "regionCode", "500113", "address", e.address, "status", e.status, "registeredAt", e.registeredAt.toString(),
                    "shareholders", e.shareholders, "investments", e.investments, "assets", e.assets, "judicial", e.judicial, "code", e.code,
                    "openClaim", e.openClaim, "facts", e.facts)));
        }
        write("enterprises.jsonl", lines);
    }

    void writeBranches() throws IOException {
        List<String> lines = new ArrayList<>();
        for (String[] branch : BRANCHES) {
            lines.add(json(row("id", branch[0], "code", branch[1], "name", branch[2], "parent", BANK_WITH_BRANCHES)));
        }
        write("branches.jsonl", lines);
    }

    void writeAccounts(List<Account> accounts) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("id\tuserType\tusername\tphone\tdisplayName\trole\tenterpriseUscc\tinstitutionCode\tchannel\tcreatedAt\twhere");
        for (Account a : accounts) {
            lines.add(String.join("\t", a.id.toString(), a.userType, a.username, a.phone, a.displayName, a.role, a.uscc, a.institution, a.channel,
                    a.createdAt.toString(), a.where));
        }
        write("accounts.tsv", lines);
    }

    void write(String file, List<String> lines) throws IOException {
        Files.createDirectories(out);
        Files.writeString(out.resolve(file), local(String.join("\n", lines)) + "\n");
    }

    // ---- small things

    void facts(Enterprise e, Object... pairs) {
        for (int i = 0; i < pairs.length; i += 2) {
            e.facts.put((String) pairs[i], pairs[i + 1]);
        }
    }

    static Map<String, Object> row(Object... pairs) {
        Map<String, Object> row = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            row.put((String) pairs[i], pairs[i + 1]);
        }
        return row;
    }

    Trade pickTrade() {
        int all = TRADES.stream().mapToInt(Trade::weight).sum();
        int n = random.nextInt(all);
        for (Trade t : TRADES) {
            n -= t.weight;
            if (n < 0) {
                return t;
            }
        }
        throw new IllegalStateException();
    }

    String pickWeighted(String weighted) {
        List<String> pool = new ArrayList<>();
        for (String part : weighted.split(",")) {
            String[] cell = part.split("\\*");
            if (!towns.containsKey(cell[0])) {
                throw new IllegalStateException("no such town: " + cell[0]);
            }
            for (int i = 0; i < (cell.length > 1 ? Integer.parseInt(cell[1]) : 1); i++) {
                pool.add(cell[0]);
            }
        }
        return pool.get(random.nextInt(pool.size()));
    }

    String pick(String... any) {
        return any[random.nextInt(any.length)];
    }

    double pickNumber(double... any) {
        return any[random.nextInt(any.length)];
    }

    char at(String chars) {
        return chars.charAt(random.nextInt(chars.length()));
    }

    int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    String person() {
        return "" + at(SURNAMES) + at(GIVEN) + (random.nextInt(3) > 0 ? "" + at(GIVEN) : "");
    }

    String name(String name) {
        names.add(name);
        return name;
    }

    /** In place of the number that is due, so that the others keep theirs. */
    String unreliable(int which) {
        phone();
        return UNRELIABLE_PHONES[which];
    }

    String phone() {
        return String.format("1990000%04d", phone++);
    }

    OffsetDateTime at(LocalDate day, int hour, int minute) {
        return OffsetDateTime.of(day, LocalTime.of(hour, minute % 60, random.nextInt(60)), CHINA);
    }

    UUID id(OffsetDateTime at) {
        long millis = at.toInstant().toEpochMilli();
        long high = millis << 16 | 0x7000 | random.nextInt(0x1000);
        long low = random.nextLong() & 0x3fffffffffffffffL | 0x8000000000000000L;
        return new UUID(high, low);
    }

    static double round1(double v) {
        return Math.round(v * 10) / 10.0;
    }

    static double whole(double v) {
        return Math.abs(v) < 20 ? round1(v) : Math.round(v);
    }

    static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    static final int[] ORG_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    String uscc(String kind) {
        while (true) {
            StringBuilder organisation = new StringBuilder("MAX");
            while (organisation.length() < 8) {
                organisation.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
            }
            int sum = 0;
            for (int i = 0; i < 8; i++) {
                sum += Character.digit(organisation.charAt(i), 36) * ORG_WEIGHTS[i];
            }
            int check = 11 - sum % 11;
            organisation.append(check == 10 ? "X" : check == 11 ? "0" : String.valueOf(check));
            String code = kind + local(FIRST_CODE) + organisation;
            int total = 0;
            for (int i = 0; i < 17; i++) {
                total += ALPHABET.indexOf(code.charAt(i)) * WEIGHTS[i];
            }
            code += ALPHABET.charAt((31 - total % 31) % 31);
            if (codes.add(code)) {
                return code;
            }
        }
    }

    static String json(Object value) {
        return switch (value) {
            case null -> "null";
            case String s -> "\"" + s.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
            case Double d when d == Math.rint(d) -> String.valueOf(d.longValue());
            case Map<?, ?> m -> {
                List<String> parts = new ArrayList<>();
                m.forEach((k, v) -> parts.add("\"" + k + "\":" + json(v)));
                yield "{" + String.join(",", parts) + "}";
            }
            case List<?> l -> "[" + String.join(",", l.stream().map(GenerateDemo::json).toList()) + "]";
            default -> value.toString();
        };
    }
}
