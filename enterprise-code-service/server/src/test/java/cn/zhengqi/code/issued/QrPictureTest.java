package cn.zhengqi.code.issued;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class QrPictureTest {

    private static final String CONTENT = "ZQ1:UwAHocEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    @Test
    void a_reader_finds_the_content_in_the_picture() throws Exception {
        BufferedImage image =
                ImageIO.read(new ByteArrayInputStream(QrPicture.of(CONTENT).png()));

        assertThat(read(image)).isEqualTo(CONTENT);
    }

    @Test
    void a_reader_finds_the_content_in_a_torn_picture() throws Exception {
        BufferedImage image =
                ImageIO.read(new ByteArrayInputStream(QrPicture.of(CONTENT).png()));
        int size = image.getWidth();
        for (int y = size / 2; y < size / 2 + size / 6; y++) {
            for (int x = size / 2; x < size / 2 + size / 6; x++) {
                image.setRGB(x, y, 0xffffff);
            }
        }

        assertThat(read(image)).isEqualTo(CONTENT);
    }

    @Test
    void the_drawing_is_well_formed_and_fills_its_square() throws Exception {
        String svg = QrPicture.of(CONTENT).svg();
        Element root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .getDocumentElement();

        assertThat(root.getAttribute("viewBox")).matches("0 0 (\\d+) \\1");
        assertThat(root.getElementsByTagName("path").getLength()).isEqualTo(1);
    }

    private static String read(BufferedImage image) throws Exception {
        int width = image.getWidth();
        int height = image.getHeight();
        int[] pixels = image.getRGB(0, 0, width, height, null, 0, width);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels))))
                .getText();
    }
}
