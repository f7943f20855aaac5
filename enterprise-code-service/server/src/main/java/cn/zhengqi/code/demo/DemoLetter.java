package cn.zhengqi.code.demo;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** A letter of authorisation as a small PDF, set in a Chinese font that every viewer brings. */
final class DemoLetter {

    private static final String HEADING = "企业码授权委托书";

    private DemoLetter() {}

    static byte[] of(String platform, String enterprise, String uscc, String legalRep, String agent, String date) {
        List<String> lines = List.of(
                "（演示数据，不具有任何法律效力）",
                "",
                "委托单位：" + enterprise,
                "统一社会信用代码：" + uscc,
                "法定代表人：" + legalRep,
                "受托人（经办人）：" + agent,
                "",
                "兹委托上述经办人代表本单位在" + platform + "平台",
                "办理企业码领取、使用及数据授权等事项，经办人在委托",
                "权限内办理的事项，本单位均予以认可。",
                "",
                "委托单位（盖章）：" + enterprise,
                "日期：" + date);
        StringBuilder page = new StringBuilder("BT /F1 22 Tf 190 760 Td ")
                .append(hex(HEADING))
                .append(" Tj ET\nBT /F1 13 Tf 26 TL 80 710 Td\n");
        lines.forEach(line -> page.append(hex(line)).append(" Tj T*\n"));
        page.append("ET");

        List<String> objects = new ArrayList<>();
        objects.add("<< /Type /Catalog /Pages 2 0 R >>");
        objects.add("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
        objects.add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
                + "/Resources << /Font << /F1 5 0 R >> >> >>");
        objects.add("<< /Length " + page.length() + " >>\nstream\n" + page + "\nendstream");
        objects.add("<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H "
                + "/DescendantFonts [6 0 R] >>");
        objects.add(
                "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light "
                        + "/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor 7 0 R /DW 1000 /W [1 95 500] >>");
        objects.add("<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] "
                + "/ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>");
        return pdf(objects);
    }

    private static byte[] pdf(List<String> objects) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Integer> offsets = new ArrayList<>();
        out.writeBytes(ascii("%PDF-1.4\n"));
        for (int i = 0; i < objects.size(); i++) {
            offsets.add(out.size());
            out.writeBytes(ascii((i + 1) + " 0 obj\n" + objects.get(i) + "\nendobj\n"));
        }
        int table = out.size();
        out.writeBytes(ascii("xref\n0 " + (objects.size() + 1) + "\n0000000000 65535 f \n"));
        offsets.forEach(offset -> out.writeBytes(ascii(String.format("%010d 00000 n \n", offset))));
        out.writeBytes(ascii(
                "trailer\n<< /Size " + (objects.size() + 1) + " /Root 1 0 R >>\nstartxref\n" + table + "\n%%EOF\n"));
        return out.toByteArray();
    }

    private static String hex(String text) {
        return "<" + HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_16BE)) + ">";
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
