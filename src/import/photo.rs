//! Photos of a camera become plain pictures: read, turned upright, made smaller, and drawn anew. Of the file itself (the spot,
//! the moment, the camera, a preview of what was cut away) nothing is kept.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::imageops::FilterType;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};

use crate::domain::Invalid;
use crate::domain::audit::photo::PlainPicture;

/// The longer side of what is kept, in pixels: enough to read a measuring tape.
const LONGER_SIDE_PX: u32 = 1600;

/// The longest side of what is read, in pixels.
const MOST_SIDE_PX: u32 = 12_000;

/// The most memory that a picture may take while it is read, in bytes: 60 million pixels.
const MOST_MEMORY: u64 = 256 << 20;

/// The quality of what is kept, of 100.
const QUALITY: u8 = 80;

/// The names by which files of the HEIF family begin, after their length: what phones call HEIC, and AVIF.
const HEIF_BRANDS: [&[u8]; 8] = [
    b"heic", b"heix", b"hevc", b"heim", b"heis", b"mif1", b"msf1", b"avif",
];

/// Draws a photo anew.
///
/// # Errors
/// When the file is no JPEG, PNG or WebP, is too large or broken. The field is `photo`.
pub fn plain(file: &[u8]) -> Result<PlainPicture, Invalid> {
    let refused = |rule: &'static str| Invalid::new("photo", rule);
    if is_heif(file) {
        return Err(refused(
            "must be JPEG, PNG or WebP; HEIC is not read: set the camera to its most compatible format",
        ));
    }
    let format = image::guess_format(file).ok();
    let format = format.filter(|own| {
        matches!(
            own,
            ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP
        )
    });
    let format = format.ok_or_else(|| refused("must be JPEG, PNG or WebP"))?;
    let drawn = read(file, format).and_then(|own| encoded(&own));
    drawn.map_err(|error| match error {
        image::ImageError::Limits(_) => {
            refused("must have at most 12000 pixels a side, and 60 million in all")
        }
        _ => refused("is broken: it cannot be read to its end"),
    })
}

fn is_heif(file: &[u8]) -> bool {
    let brand = file.get(8..12).filter(|_| file.get(4..8) == Some(b"ftyp"));
    brand.is_some_and(|own| HEIF_BRANDS.contains(&own))
}

/// The picture, upright and no larger than what is kept.
fn read(file: &[u8], format: ImageFormat) -> image::ImageResult<DynamicImage> {
    let mut limits = Limits::default();
    limits.max_image_width = Some(MOST_SIDE_PX);
    limits.max_image_height = Some(MOST_SIDE_PX);
    limits.max_alloc = Some(MOST_MEMORY);
    let mut reader = ImageReader::with_format(Cursor::new(file), format);
    reader.limits(limits.clone());
    let mut decoder = reader.into_decoder()?;
    decoder.set_limits(limits.clone())?;
    limits.reserve(decoder.total_bytes())?;
    let orientation = decoder.orientation()?;
    let mut picture = DynamicImage::from_decoder(decoder)?;
    if picture.width().max(picture.height()) > LONGER_SIDE_PX {
        picture = picture.resize(LONGER_SIDE_PX, LONGER_SIDE_PX, FilterType::Triangle);
    }
    picture.apply_orientation(orientation);
    Ok(picture)
}

fn encoded(picture: &DynamicImage) -> image::ImageResult<PlainPicture> {
    let mut jpeg = Vec::new();
    let encoder = JpegEncoder::new_with_quality(&mut jpeg, QUALITY);
    picture.to_rgb8().write_with_encoder(encoder)?;
    Ok(PlainPicture::drawn(jpeg))
}

#[cfg(test)]
mod tests {
    use image::codecs::png::PngEncoder;
    use image::codecs::webp::WebPEncoder;
    use image::{ExtendedColorType, ImageEncoder, Rgb, RgbImage};

    use super::*;

    /// What a camera says of the spot, in the words of the tests.
    const SPOT: &[u8] = b"48.8975 N 9.1922 E";

    /// A block of EXIF: to be turned by a quarter, and with a text that must not be kept.
    fn exif() -> Vec<u8> {
        let mut own = b"II*\0\x08\0\0\0\x02\0".to_vec();
        // Orientation, a short: 6.
        own.extend(b"\x12\x01\x03\0\x01\0\0\0\x06\0\0\0");
        // The description, a text at byte 38.
        own.extend(b"\x0e\x01\x02\0\x13\0\0\0\x26\0\0\0");
        own.extend([0; 4]);
        own.extend(SPOT);
        own.push(0);
        own
    }

    /// A wide picture, red on the left and blue on the right.
    fn wide(width: u32, height: u32) -> RgbImage {
        RgbImage::from_fn(width, height, |x, _| {
            if x < width / 2 {
                Rgb([250, 0, 0])
            } else {
                Rgb([0, 0, 250])
            }
        })
    }

    fn written(mut encoder: impl ImageEncoder, picture: &RgbImage) {
        encoder.set_exif_metadata(exif()).unwrap();
        let (width, height) = picture.dimensions();
        encoder
            .write_image(picture, width, height, ExtendedColorType::Rgb8)
            .unwrap();
    }

    fn files(picture: &RgbImage) -> [(&'static str, Vec<u8>); 3] {
        let (mut jpeg, mut png, mut webp) = (Vec::new(), Vec::new(), Vec::new());
        written(JpegEncoder::new(&mut jpeg), picture);
        written(PngEncoder::new(&mut png), picture);
        written(WebPEncoder::new_lossless(&mut webp), picture);
        [("JPEG", jpeg), ("PNG", png), ("WebP", webp)]
    }

    fn holds(file: &[u8], text: &[u8]) -> bool {
        file.windows(text.len()).any(|own| own == text)
    }

    #[test]
    fn of_jpeg_png_and_webp_the_picture_is_kept_upright_and_nothing_else() {
        for (name, mut file) in files(&wide(64, 32)) {
            assert!(holds(&file, SPOT), "{name}: the camera said where it was");
            // What hangs behind the picture, as some phones put a film there.
            file.extend(b"a film of the moment");
            let own = plain(&file).unwrap();
            for text in [SPOT, b"Exif", b"film", b"II*"] {
                assert!(!holds(own.jpeg(), text), "{name}");
            }
            let seen = image::load_from_memory_with_format(own.jpeg(), ImageFormat::Jpeg).unwrap();
            assert_eq!((seen.width(), seen.height()), (32, 64), "{name}: turned");
            let seen = seen.to_rgb8();
            let (above, below) = (seen.get_pixel(16, 8), seen.get_pixel(16, 56));
            assert!(
                above[0] > 200 && below[2] > 200,
                "{name}: {above:?} {below:?}"
            );
        }
    }

    #[test]
    fn segments_of_a_jpeg_are_those_that_a_picture_needs() {
        let [(_, file), ..] = files(&wide(64, 32));
        let own = plain(&file).unwrap();
        let mut at = 2;
        while own.jpeg()[at + 1] != 0xda {
            let marker = own.jpeg()[at + 1];
            // JFIF, tables, and the frame: no other application's segment and no comment.
            assert!(
                matches!(marker, 0xe0 | 0xdb | 0xc0 | 0xc2 | 0xc4),
                "{marker:x}"
            );
            at += 2 + usize::from(u16::from_be_bytes([own.jpeg()[at + 2], own.jpeg()[at + 3]]));
        }
    }

    #[test]
    fn a_large_picture_is_made_smaller_without_being_distorted() {
        let [(_, file), ..] = files(&wide(3200, 800));
        let own = plain(&file).unwrap();
        let seen = image::load_from_memory(own.jpeg()).unwrap();
        assert_eq!((seen.width(), seen.height()), (400, 1600));
    }

    #[test]
    fn what_is_no_photo_is_refused_with_its_rule() {
        let [(_, jpeg), (_, png), _] = files(&wide(64, 32));
        let heic = [&[0, 0, 0, 24][..], b"ftypheic\0\0\0\0mif1heic"].concat();
        // A head that promises 50,000 pixels a side, with its checksum mended.
        let mut bomb = png.clone();
        bomb[16..20].copy_from_slice(&50_000_u32.to_be_bytes());
        bomb[20..24].copy_from_slice(&50_000_u32.to_be_bytes());
        let mut crc = flate2::Crc::new();
        crc.update(&bomb[12..29]);
        bomb[29..33].copy_from_slice(&crc.sum().to_be_bytes());
        for (file, rule) in [
            (&heic[..], "HEIC is not read"),
            (b"", "must be JPEG, PNG or WebP"),
            (b"GIF89a\x01\0\x01\0\0\0\0;", "must be JPEG, PNG or WebP"),
            (
                b"<svg xmlns='http://www.w3.org/2000/svg'/>",
                "must be JPEG, PNG or WebP",
            ),
            (&jpeg[..jpeg.len() / 3], "is broken"),
            (&png[..40], "is broken"),
            (&bomb, "at most 12000 pixels a side"),
        ] {
            let invalid = plain(file).unwrap_err();
            assert_eq!(invalid.field, "photo");
            assert!(invalid.reason.contains(rule), "{rule}: {}", invalid.reason);
        }
    }
}
