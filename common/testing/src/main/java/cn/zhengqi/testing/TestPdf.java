package cn.zhengqi.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The smallest PDF that opens. */
public final class TestPdf {

    private TestPdf() {}

    /** Of one empty page. */
    public static byte[] ofOnePage() {
        List<String> objects = List.of(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>");
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(ascii("%PDF-1.4\n"));
        List<Integer> places = new ArrayList<>();
        for (String object : objects) {
            places.add(file.size());
            file.writeBytes(ascii(places.size() + " 0 obj\n" + object + "\nendobj\n"));
        }
        int table = file.size();
        file.writeBytes(ascii("xref\n0 " + (objects.size() + 1) + "\n0000000000 65535 f \n"));
        places.forEach(place -> file.writeBytes(ascii("%010d 00000 n \n".formatted(place))));
        file.writeBytes(ascii(
                "trailer\n<< /Size " + (objects.size() + 1) + " /Root 1 0 R >>\nstartxref\n" + table + "\n%%EOF\n"));
        return file.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
