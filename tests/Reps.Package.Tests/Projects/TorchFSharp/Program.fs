open Reps
open Reps.Layers
open TorchSharp

torch.manual_seed 1L |> ignore
let layer = new LinearModule(Linear.Create("2x0e + 1x1o", "3x0e + 2x1o"))
let output = layer.call (torch.randn ([| 4L; 5L |]))
printfn $"{output.shape[0]} rows of {output.shape[1]}"
