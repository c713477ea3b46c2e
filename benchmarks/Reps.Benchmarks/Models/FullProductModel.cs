namespace Reps.Benchmarks;

[Rep("0e + 1o + 2e + 3o + 4e + 5o + 6e")] public readonly partial struct UpToSix;
[Rep(
    "0e + 0e + 0e + 0e + 0e + 0e + 0e + 1o + 1o + 1o + 1o + 1o + 1o + 1o + 1o + 1o + 1o + 1o + 1o + 1e + 1e + 1e + 1e + 1e"
    + " + 1e + 2o + 2o + 2o + 2o + 2o + 2o + 2o + 2o + 2o + 2o + 2e + 2e + 2e + 2e + 2e + 2e + 2e + 2e + 2e + 2e + 2e + 2e"
    + " + 2e + 2e + 2e + 2e + 3o + 3o + 3o + 3o + 3o + 3o + 3o + 3o + 3o + 3o + 3o + 3o + 3o + 3o + 3o + 3o + 3o + 3o + 3e"
    + " + 3e + 3e + 3e + 3e + 3e + 3e + 3e + 3e + 3e + 3e + 3e + 3e + 4o + 4o + 4o + 4o + 4o + 4o + 4o + 4o + 4o + 4o + 4o"
    + " + 4o + 4o + 4o + 4e + 4e + 4e + 4e + 4e + 4e + 4e + 4e + 4e + 4e + 4e + 4e + 4e + 4e + 4e + 4e + 4e + 4e + 4e + 5o"
    + " + 5o + 5o + 5o + 5o + 5o + 5o + 5o + 5o + 5o + 5o + 5o + 5o + 5o + 5o + 5o + 5o + 5o + 5e + 5e + 5e + 5e + 5e + 5e"
    + " + 5e + 5e + 5e + 5e + 5e + 5e + 5e + 5e + 6o + 6o + 6o + 6o + 6o + 6o + 6o + 6o + 6o + 6o + 6o + 6o + 6e + 6e + 6e"
    + " + 6e + 6e + 6e + 6e + 6e + 6e + 6e + 6e + 6e + 6e + 6e + 6e + 6e + 7o + 7o + 7o + 7o + 7o + 7o + 7o + 7o + 7o + 7o"
    + " + 7o + 7o + 7e + 7e + 7e + 7e + 7e + 7e + 7e + 7e + 7e + 8o + 8o + 8o + 8o + 8o + 8o + 8e + 8e + 8e + 8e + 8e + 8e"
    + " + 8e + 8e + 8e + 9o + 9o + 9o + 9o + 9o + 9o + 9e + 9e + 9e + 9e + 10o + 10o + 10e + 10e + 10e + 10e + 11o + 11o"
    + " + 11e + 12e"
)]
public readonly partial struct FullOutput;

/// <summary>The whole product of all degrees up to 6 with themselves: 231 paths without weights.</summary>
[TensorProduct<UpToSix, UpToSix, FullOutput>]
[Path(0, 0, 0, Mode.Uvuv, HasWeight = false), Path(0, 1, 7, Mode.Uvuv, HasWeight = false), Path(0, 2, 35, Mode.Uvuv, HasWeight = false)]
[Path(0, 3, 51, Mode.Uvuv, HasWeight = false), Path(0, 4, 96, Mode.Uvuv, HasWeight = false), Path(0, 5, 115, Mode.Uvuv, HasWeight = false)]
[Path(0, 6, 159, Mode.Uvuv, HasWeight = false), Path(1, 0, 8, Mode.Uvuv, HasWeight = false), Path(1, 1, 1, Mode.Uvuv, HasWeight = false)]
[Path(1, 1, 19, Mode.Uvuv, HasWeight = false), Path(1, 1, 36, Mode.Uvuv, HasWeight = false), Path(1, 2, 9, Mode.Uvuv, HasWeight = false)]
[Path(1, 2, 25, Mode.Uvuv, HasWeight = false), Path(1, 2, 52, Mode.Uvuv, HasWeight = false), Path(1, 3, 37, Mode.Uvuv, HasWeight = false)]
[Path(1, 3, 69, Mode.Uvuv, HasWeight = false), Path(1, 3, 97, Mode.Uvuv, HasWeight = false), Path(1, 4, 53, Mode.Uvuv, HasWeight = false)]
[Path(1, 4, 82, Mode.Uvuv, HasWeight = false), Path(1, 4, 116, Mode.Uvuv, HasWeight = false), Path(1, 5, 98, Mode.Uvuv, HasWeight = false)]
[Path(1, 5, 133, Mode.Uvuv, HasWeight = false), Path(1, 5, 160, Mode.Uvuv, HasWeight = false), Path(1, 6, 117, Mode.Uvuv, HasWeight = false)]
[Path(1, 6, 147, Mode.Uvuv, HasWeight = false), Path(1, 6, 175, Mode.Uvuv, HasWeight = false), Path(2, 0, 38, Mode.Uvuv, HasWeight = false)]
[Path(2, 1, 10, Mode.Uvuv, HasWeight = false), Path(2, 1, 26, Mode.Uvuv, HasWeight = false), Path(2, 1, 54, Mode.Uvuv, HasWeight = false)]
[Path(2, 2, 2, Mode.Uvuv, HasWeight = false), Path(2, 2, 20, Mode.Uvuv, HasWeight = false), Path(2, 2, 39, Mode.Uvuv, HasWeight = false)]
[Path(2, 2, 70, Mode.Uvuv, HasWeight = false), Path(2, 2, 99, Mode.Uvuv, HasWeight = false), Path(2, 3, 11, Mode.Uvuv, HasWeight = false)]
[Path(2, 3, 27, Mode.Uvuv, HasWeight = false), Path(2, 3, 55, Mode.Uvuv, HasWeight = false), Path(2, 3, 83, Mode.Uvuv, HasWeight = false)]
[Path(2, 3, 118, Mode.Uvuv, HasWeight = false), Path(2, 4, 40, Mode.Uvuv, HasWeight = false), Path(2, 4, 71, Mode.Uvuv, HasWeight = false)]
[Path(2, 4, 100, Mode.Uvuv, HasWeight = false), Path(2, 4, 134, Mode.Uvuv, HasWeight = false), Path(2, 4, 161, Mode.Uvuv, HasWeight = false)]
[Path(2, 5, 56, Mode.Uvuv, HasWeight = false), Path(2, 5, 84, Mode.Uvuv, HasWeight = false), Path(2, 5, 119, Mode.Uvuv, HasWeight = false)]
[Path(2, 5, 148, Mode.Uvuv, HasWeight = false), Path(2, 5, 176, Mode.Uvuv, HasWeight = false), Path(2, 6, 101, Mode.Uvuv, HasWeight = false)]
[Path(2, 6, 135, Mode.Uvuv, HasWeight = false), Path(2, 6, 162, Mode.Uvuv, HasWeight = false), Path(2, 6, 187, Mode.Uvuv, HasWeight = false)]
[Path(2, 6, 202, Mode.Uvuv, HasWeight = false), Path(3, 0, 57, Mode.Uvuv, HasWeight = false), Path(3, 1, 41, Mode.Uvuv, HasWeight = false)]
[Path(3, 1, 72, Mode.Uvuv, HasWeight = false), Path(3, 1, 102, Mode.Uvuv, HasWeight = false), Path(3, 2, 12, Mode.Uvuv, HasWeight = false)]
[Path(3, 2, 28, Mode.Uvuv, HasWeight = false), Path(3, 2, 58, Mode.Uvuv, HasWeight = false), Path(3, 2, 85, Mode.Uvuv, HasWeight = false)]
[Path(3, 2, 120, Mode.Uvuv, HasWeight = false), Path(3, 3, 3, Mode.Uvuv, HasWeight = false), Path(3, 3, 21, Mode.Uvuv, HasWeight = false)]
[Path(3, 3, 42, Mode.Uvuv, HasWeight = false), Path(3, 3, 73, Mode.Uvuv, HasWeight = false), Path(3, 3, 103, Mode.Uvuv, HasWeight = false)]
[Path(3, 3, 136, Mode.Uvuv, HasWeight = false), Path(3, 3, 163, Mode.Uvuv, HasWeight = false), Path(3, 4, 13, Mode.Uvuv, HasWeight = false)]
[Path(3, 4, 29, Mode.Uvuv, HasWeight = false), Path(3, 4, 59, Mode.Uvuv, HasWeight = false), Path(3, 4, 86, Mode.Uvuv, HasWeight = false)]
[Path(3, 4, 121, Mode.Uvuv, HasWeight = false), Path(3, 4, 149, Mode.Uvuv, HasWeight = false), Path(3, 4, 177, Mode.Uvuv, HasWeight = false)]
[Path(3, 5, 43, Mode.Uvuv, HasWeight = false), Path(3, 5, 74, Mode.Uvuv, HasWeight = false), Path(3, 5, 104, Mode.Uvuv, HasWeight = false)]
[Path(3, 5, 137, Mode.Uvuv, HasWeight = false), Path(3, 5, 164, Mode.Uvuv, HasWeight = false), Path(3, 5, 188, Mode.Uvuv, HasWeight = false)]
[Path(3, 5, 203, Mode.Uvuv, HasWeight = false), Path(3, 6, 60, Mode.Uvuv, HasWeight = false), Path(3, 6, 87, Mode.Uvuv, HasWeight = false)]
[Path(3, 6, 122, Mode.Uvuv, HasWeight = false), Path(3, 6, 150, Mode.Uvuv, HasWeight = false), Path(3, 6, 178, Mode.Uvuv, HasWeight = false)]
[Path(3, 6, 196, Mode.Uvuv, HasWeight = false), Path(3, 6, 211, Mode.Uvuv, HasWeight = false), Path(4, 0, 105, Mode.Uvuv, HasWeight = false)]
[Path(4, 1, 61, Mode.Uvuv, HasWeight = false), Path(4, 1, 88, Mode.Uvuv, HasWeight = false), Path(4, 1, 123, Mode.Uvuv, HasWeight = false)]
[Path(4, 2, 44, Mode.Uvuv, HasWeight = false), Path(4, 2, 75, Mode.Uvuv, HasWeight = false), Path(4, 2, 106, Mode.Uvuv, HasWeight = false)]
[Path(4, 2, 138, Mode.Uvuv, HasWeight = false), Path(4, 2, 165, Mode.Uvuv, HasWeight = false), Path(4, 3, 14, Mode.Uvuv, HasWeight = false)]
[Path(4, 3, 30, Mode.Uvuv, HasWeight = false), Path(4, 3, 62, Mode.Uvuv, HasWeight = false), Path(4, 3, 89, Mode.Uvuv, HasWeight = false)]
[Path(4, 3, 124, Mode.Uvuv, HasWeight = false), Path(4, 3, 151, Mode.Uvuv, HasWeight = false), Path(4, 3, 179, Mode.Uvuv, HasWeight = false)]
[Path(4, 4, 4, Mode.Uvuv, HasWeight = false), Path(4, 4, 22, Mode.Uvuv, HasWeight = false), Path(4, 4, 45, Mode.Uvuv, HasWeight = false)]
[Path(4, 4, 76, Mode.Uvuv, HasWeight = false), Path(4, 4, 107, Mode.Uvuv, HasWeight = false), Path(4, 4, 139, Mode.Uvuv, HasWeight = false)]
[Path(4, 4, 166, Mode.Uvuv, HasWeight = false), Path(4, 4, 189, Mode.Uvuv, HasWeight = false), Path(4, 4, 204, Mode.Uvuv, HasWeight = false)]
[Path(4, 5, 15, Mode.Uvuv, HasWeight = false), Path(4, 5, 31, Mode.Uvuv, HasWeight = false), Path(4, 5, 63, Mode.Uvuv, HasWeight = false)]
[Path(4, 5, 90, Mode.Uvuv, HasWeight = false), Path(4, 5, 125, Mode.Uvuv, HasWeight = false), Path(4, 5, 152, Mode.Uvuv, HasWeight = false)]
[Path(4, 5, 180, Mode.Uvuv, HasWeight = false), Path(4, 5, 197, Mode.Uvuv, HasWeight = false), Path(4, 5, 212, Mode.Uvuv, HasWeight = false)]
[Path(4, 6, 46, Mode.Uvuv, HasWeight = false), Path(4, 6, 77, Mode.Uvuv, HasWeight = false), Path(4, 6, 108, Mode.Uvuv, HasWeight = false)]
[Path(4, 6, 140, Mode.Uvuv, HasWeight = false), Path(4, 6, 167, Mode.Uvuv, HasWeight = false), Path(4, 6, 190, Mode.Uvuv, HasWeight = false)]
[Path(4, 6, 205, Mode.Uvuv, HasWeight = false), Path(4, 6, 217, Mode.Uvuv, HasWeight = false), Path(4, 6, 223, Mode.Uvuv, HasWeight = false)]
[Path(5, 0, 126, Mode.Uvuv, HasWeight = false), Path(5, 1, 109, Mode.Uvuv, HasWeight = false), Path(5, 1, 141, Mode.Uvuv, HasWeight = false)]
[Path(5, 1, 168, Mode.Uvuv, HasWeight = false), Path(5, 2, 64, Mode.Uvuv, HasWeight = false), Path(5, 2, 91, Mode.Uvuv, HasWeight = false)]
[Path(5, 2, 127, Mode.Uvuv, HasWeight = false), Path(5, 2, 153, Mode.Uvuv, HasWeight = false), Path(5, 2, 181, Mode.Uvuv, HasWeight = false)]
[Path(5, 3, 47, Mode.Uvuv, HasWeight = false), Path(5, 3, 78, Mode.Uvuv, HasWeight = false), Path(5, 3, 110, Mode.Uvuv, HasWeight = false)]
[Path(5, 3, 142, Mode.Uvuv, HasWeight = false), Path(5, 3, 169, Mode.Uvuv, HasWeight = false), Path(5, 3, 191, Mode.Uvuv, HasWeight = false)]
[Path(5, 3, 206, Mode.Uvuv, HasWeight = false), Path(5, 4, 16, Mode.Uvuv, HasWeight = false), Path(5, 4, 32, Mode.Uvuv, HasWeight = false)]
[Path(5, 4, 65, Mode.Uvuv, HasWeight = false), Path(5, 4, 92, Mode.Uvuv, HasWeight = false), Path(5, 4, 128, Mode.Uvuv, HasWeight = false)]
[Path(5, 4, 154, Mode.Uvuv, HasWeight = false), Path(5, 4, 182, Mode.Uvuv, HasWeight = false), Path(5, 4, 198, Mode.Uvuv, HasWeight = false)]
[Path(5, 4, 213, Mode.Uvuv, HasWeight = false), Path(5, 5, 5, Mode.Uvuv, HasWeight = false), Path(5, 5, 23, Mode.Uvuv, HasWeight = false)]
[Path(5, 5, 48, Mode.Uvuv, HasWeight = false), Path(5, 5, 79, Mode.Uvuv, HasWeight = false), Path(5, 5, 111, Mode.Uvuv, HasWeight = false)]
[Path(5, 5, 143, Mode.Uvuv, HasWeight = false), Path(5, 5, 170, Mode.Uvuv, HasWeight = false), Path(5, 5, 192, Mode.Uvuv, HasWeight = false)]
[Path(5, 5, 207, Mode.Uvuv, HasWeight = false), Path(5, 5, 218, Mode.Uvuv, HasWeight = false), Path(5, 5, 224, Mode.Uvuv, HasWeight = false)]
[Path(5, 6, 17, Mode.Uvuv, HasWeight = false), Path(5, 6, 33, Mode.Uvuv, HasWeight = false), Path(5, 6, 66, Mode.Uvuv, HasWeight = false)]
[Path(5, 6, 93, Mode.Uvuv, HasWeight = false), Path(5, 6, 129, Mode.Uvuv, HasWeight = false), Path(5, 6, 155, Mode.Uvuv, HasWeight = false)]
[Path(5, 6, 183, Mode.Uvuv, HasWeight = false), Path(5, 6, 199, Mode.Uvuv, HasWeight = false), Path(5, 6, 214, Mode.Uvuv, HasWeight = false)]
[Path(5, 6, 221, Mode.Uvuv, HasWeight = false), Path(5, 6, 227, Mode.Uvuv, HasWeight = false), Path(6, 0, 171, Mode.Uvuv, HasWeight = false)]
[Path(6, 1, 130, Mode.Uvuv, HasWeight = false), Path(6, 1, 156, Mode.Uvuv, HasWeight = false), Path(6, 1, 184, Mode.Uvuv, HasWeight = false)]
[Path(6, 2, 112, Mode.Uvuv, HasWeight = false), Path(6, 2, 144, Mode.Uvuv, HasWeight = false), Path(6, 2, 172, Mode.Uvuv, HasWeight = false)]
[Path(6, 2, 193, Mode.Uvuv, HasWeight = false), Path(6, 2, 208, Mode.Uvuv, HasWeight = false), Path(6, 3, 67, Mode.Uvuv, HasWeight = false)]
[Path(6, 3, 94, Mode.Uvuv, HasWeight = false), Path(6, 3, 131, Mode.Uvuv, HasWeight = false), Path(6, 3, 157, Mode.Uvuv, HasWeight = false)]
[Path(6, 3, 185, Mode.Uvuv, HasWeight = false), Path(6, 3, 200, Mode.Uvuv, HasWeight = false), Path(6, 3, 215, Mode.Uvuv, HasWeight = false)]
[Path(6, 4, 49, Mode.Uvuv, HasWeight = false), Path(6, 4, 80, Mode.Uvuv, HasWeight = false), Path(6, 4, 113, Mode.Uvuv, HasWeight = false)]
[Path(6, 4, 145, Mode.Uvuv, HasWeight = false), Path(6, 4, 173, Mode.Uvuv, HasWeight = false), Path(6, 4, 194, Mode.Uvuv, HasWeight = false)]
[Path(6, 4, 209, Mode.Uvuv, HasWeight = false), Path(6, 4, 219, Mode.Uvuv, HasWeight = false), Path(6, 4, 225, Mode.Uvuv, HasWeight = false)]
[Path(6, 5, 18, Mode.Uvuv, HasWeight = false), Path(6, 5, 34, Mode.Uvuv, HasWeight = false), Path(6, 5, 68, Mode.Uvuv, HasWeight = false)]
[Path(6, 5, 95, Mode.Uvuv, HasWeight = false), Path(6, 5, 132, Mode.Uvuv, HasWeight = false), Path(6, 5, 158, Mode.Uvuv, HasWeight = false)]
[Path(6, 5, 186, Mode.Uvuv, HasWeight = false), Path(6, 5, 201, Mode.Uvuv, HasWeight = false), Path(6, 5, 216, Mode.Uvuv, HasWeight = false)]
[Path(6, 5, 222, Mode.Uvuv, HasWeight = false), Path(6, 5, 228, Mode.Uvuv, HasWeight = false), Path(6, 6, 6, Mode.Uvuv, HasWeight = false)]
[Path(6, 6, 24, Mode.Uvuv, HasWeight = false), Path(6, 6, 50, Mode.Uvuv, HasWeight = false), Path(6, 6, 81, Mode.Uvuv, HasWeight = false)]
[Path(6, 6, 114, Mode.Uvuv, HasWeight = false), Path(6, 6, 146, Mode.Uvuv, HasWeight = false), Path(6, 6, 174, Mode.Uvuv, HasWeight = false)]
[Path(6, 6, 195, Mode.Uvuv, HasWeight = false), Path(6, 6, 210, Mode.Uvuv, HasWeight = false), Path(6, 6, 220, Mode.Uvuv, HasWeight = false)]
[Path(6, 6, 226, Mode.Uvuv, HasWeight = false), Path(6, 6, 229, Mode.Uvuv, HasWeight = false), Path(6, 6, 230, Mode.Uvuv, HasWeight = false)]
public sealed partial class ProductF;
