package org.dargah.sandbox.people;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Synthetic addresses in Kerman's counties; the postcodes are shaped like real ones. */
public final class Places {
    public static final String PROVINCE = "کرمان";

    /** No postcode has a 2 or a 0 at its start, nor a 2 anywhere. */
    private static final char[] DIGITS = {'0', '1', '3', '4', '5', '6', '7', '8', '9'};

    private static final int EACH = 18;

    private record Seat(String county, String city, String prefix) {}

    private static final List<Seat> SEATS =
            List.of(
                    new Seat("کرمان", "کرمان", "76166"),
                    new Seat("رفسنجان", "رفسنجان", "77176"),
                    new Seat("سیرجان", "سیرجان", "78186"),
                    new Seat("جیرفت", "جیرفت", "78616"),
                    new Seat("بم", "بم", "76616"),
                    new Seat("زرند", "زرند", "77616"),
                    new Seat("شهربابک", "شهربابک", "77516"),
                    new Seat("بافت", "بافت", "78516"),
                    new Seat("بردسیر", "بردسیر", "78416"),
                    new Seat("کهنوج", "کهنوج", "78816"),
                    new Seat("راور", "راور", "76416"),
                    new Seat("عنبرآباد", "عنبرآباد", "78714"),
                    new Seat("منوجان", "منوجان", "78836"),
                    new Seat("قلعه‌گنج", "قلعه‌گنج", "78846"),
                    new Seat("رودبار جنوب", "رودبار", "78866"),
                    new Seat("کوهبنان", "کوهبنان", "77814"),
                    new Seat("ریگان", "محمدآباد", "76993"),
                    new Seat("رابر", "رابر", "78554"),
                    new Seat("فهرج", "فهرج", "76983"),
                    new Seat("ارزوئیه", "ارزوئیه", "78591"),
                    new Seat("نرماشیر", "نرماشیر", "76914"),
                    new Seat("فاریاب", "فاریاب", "78861"),
                    new Seat("انار", "انار", "77416"));

    private static final List<String> STREETS =
            List.of(
                    "خیابان نمونه",
                    "بلوار آزمون",
                    "خیابان فرضی",
                    "کوچهٔ الگو",
                    "میدان نمایش",
                    "خیابان سرمشق");

    private Places() {}

    /** Those that go with the personas, with the usage that their story needs. */
    static List<Address> ofPersonas() {
        return List.of(
                place(0, "7616611301", "11", "commercial"),
                place(1, "7717611301", "12", "commercial"),
                place(0, "7616611304", "13", "residential"),
                place(0, "7616611305", "14", "residential"),
                place(2, "7818611306", "15", "commercial"),
                place(0, "7616611307", "16", "residential"),
                place(0, "7616611308", "17", "commercial"),
                place(0, "7616611309", "18", "commercial"),
                place(0, "7616611311", "19", "residential"),
                place(0, "7616611313", "20", "office"));
    }

    /** Always the same; of six in a county three are shops, two homes, one an office. */
    static List<Address> all() {
        var all = new ArrayList<>(ofPersonas());
        for (var seat = 0; seat < SEATS.size(); seat++) {
            for (var i = 0; i < EACH; i++) {
                var usage = i % 6 < 3 ? "commercial" : i % 6 < 5 ? "residential" : "office";
                all.add(place(seat, postcode(seat, i), String.valueOf(30 + i), usage));
            }
        }
        return all;
    }

    /** A home, spread over the counties by {@code n}. */
    static String home(int n) {
        var homes = IntStream.range(0, EACH).filter(i -> i % 6 == 3 || i % 6 == 4).toArray();
        return postcode(n % SEATS.size(), homes[n / SEATS.size() % homes.length]);
    }

    private static String postcode(int seat, int i) {
        return SEATS.get(seat).prefix
                + "431"
                + DIGITS[i / DIGITS.length + 1]
                + DIGITS[i % DIGITS.length];
    }

    private static Address place(int seat, String postcode, String plate, String usage) {
        var at = SEATS.get(seat);
        var street = STREETS.get(Math.floorMod(postcode.hashCode(), STREETS.size()));
        return new Address(postcode, PROVINCE, at.county, at.city, street, plate, usage);
    }
}
